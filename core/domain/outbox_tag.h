#pragma once

#include <QString>

namespace Tandem {

/// What travels with each request (biz_opaque_callback_data) and comes back with every status of the message: the row's
/// client id, and, once a person had it sent again, which attempt it is; only then may statuses of two attempts be under way.
struct OutboxTag
{
    QString clientId;
    int attempt = 1;

    [[nodiscard]] QString text() const { return attempt <= 1 ? clientId : clientId + u'#' + QString::number(attempt); }

    [[nodiscard]] static OutboxTag read(const QString &text)
    {
        const auto at = text.lastIndexOf(u'#');
        bool ok = false;
        const int attempt = at < 0 ? 0 : text.mid(at + 1).toInt(&ok);
        return ok && attempt > 1 ? OutboxTag{text.left(at), attempt} : OutboxTag{text, 1};
    }
};

} // namespace Tandem
