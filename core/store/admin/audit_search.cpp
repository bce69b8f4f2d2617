#include "core/store/admin/audit_search.h"

#include "core/store/rows.h"
#include "core/store/search/search_text.h"
#include "core/store/sql/connection.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString anywhere(QString text)
{
    return u'%' + text.replace(u'!', u"!!"_s).replace(u'%', u"!%"_s).replace(u'_', u"!_"_s) + u'%';
}

/// How lines about other things name this one: "conversation.assigned:{"from":null,"to":3}".
QStringList tracesOf(const QString &kind, const QString &id)
{
    const auto pair = [&](const QString &of) { return QStringList{of + id + u"}%"_s, of + id + u",%"_s}; };
    if (kind == "agent"_L1) return pair(u"conversation.assigned:%:"_s) + pair(u"contact.owner:%:"_s) + pair(u"team.%:%\"agent_id\":"_s);
    if (kind == "team"_L1) return pair(u"conversation.team:%:"_s) + pair(u"rule.%:%\"team_id\":"_s);
    if (kind == "label"_L1) return pair(u"%:%\"label_id\":"_s);
    return {};
}

} // namespace

Result<AuditSearch> AuditSearch::of(Connection &db, const QString &text)
{
    AuditSearch search;
    const auto wanted = text.simplified();
    const auto folded = SearchText::fold(wanted);
    search.exact = anywhere(wanted);
    search.lower = anywhere(wanted.toLower());
    search.folded = anywhere(folded);
    auto row = db.run(u"select_audit_names");
    if (!row.ok()) return failure(row.error());
    while (row.next()) {
        if (!SearchText::fold(row.text(2)).contains(folded)) continue;
        const auto kind = row.text(0);
        const auto id = QString::number(row.integer(1));
        search.traces.row().add(u"subject"_s).add(kind + u'/' + id);
        if (kind == "number"_L1) search.traces.row().add(u"number"_s).add(id);
        for (const auto &trace : tracesOf(kind, id)) search.traces.row().add(u"trace"_s).add(trace);
    }
    if (row.failedWhileReading()) return failure(row.error());
    return search;
}

} // namespace Tandem
