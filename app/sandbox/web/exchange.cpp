#include "app/sandbox/web/exchange.h"

#include <QUrlQuery>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

QJsonObject Exchange::input() const
{
    if (request.header("content-type").startsWith("application/x-www-form-urlencoded")) {
        QJsonObject fields;
        const QUrlQuery form(QString::fromUtf8(request.body).replace(u'+', u' '));
        for (const auto &[name, value] : form.queryItems(QUrl::FullyDecoded))
            fields.insert(name, value);
        return fields;
    }
    return parseObject(request.body);
}

void Exchange::json(const QJsonObject &object, int status) const
{
    answer({status, compact(object), "application/json; charset=UTF-8", {}});
}

void Exchange::refuse(const QString &text, int status) const
{
    json({{u"error"_s, text}}, status);
}

} // namespace Tandem::Sandbox
