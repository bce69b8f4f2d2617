#include "ui/settings/replies/reply_checks.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::ReplyChecks {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::ReplyChecks)
};

} // namespace

QString shortcut(const QString &typed)
{
    auto text = typed.trimmed();
    while (text.startsWith(u'/')) text.remove(0, 1);
    return text.toLower();
}

QString problem(const CannedReply &reply, const QList<CannedReply> &others)
{
    if (reply.shortcut.isEmpty()) return Words::tr("Give it a shortcut: it is found by it after “/”.");
    const auto bad = std::find_if(reply.shortcut.cbegin(), reply.shortcut.cend(), [](QChar c) { return c.isSpace() || c == u'/'; });
    if (bad != reply.shortcut.cend()) return Words::tr("A shortcut is one word, without spaces and slashes.");
    const auto twin = std::find_if(others.cbegin(), others.cend(),
        [&](const CannedReply &other) { return other.id != reply.id && other.shortcut.compare(reply.shortcut, Qt::CaseInsensitive) == 0; });
    if (twin != others.cend()) {
        return Words::tr("“%1” has this shortcut already.").arg(twin->title.isEmpty() ? u'/' + twin->shortcut : twin->title);
    }
    if (reply.body.trimmed().isEmpty() && reply.attachments.isEmpty()) return Words::tr("Write a text or attach a file.");
    if (reply.body.size() > LongestBody) return Words::tr("The text is longer than the %1 characters that WhatsApp takes.").arg(LongestBody);
    return {};
}

} // namespace Tandem::ReplyChecks
