#include "app/sandbox/graph/graph_blocks.h"

#include "app/sandbox/graph/check/shape.h"
#include "app/sandbox/graph/graph_api.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr int mostInRequest = 1000;
static constexpr qint64 daySeconds = 86'400;

GraphBlocks::GraphBlocks(const GraphParts &parts)
    : m_world(parts.world)
{
}

static QJsonObject describe(const Customer &customer)
{
    QJsonObject row;
    put(row, u"wa_id"_s, customer.phone);
    put(row, u"user_id"_s, customer.userId);
    return row;
}

void GraphBlocks::list(const Exchange &exchange, const Account &account)
{
    bool ok = false;
    int limit = exchange.query("limit").toInt(&ok);
    if (!ok || limit < 1) limit = 100;
    const int from = exchange.query("after").toInt();
    QJsonArray data;
    int seen = 0;
    for (const Thread &thread : account.threads) {
        if (!thread.blocked || ++seen <= from || data.size() >= limit) continue;
        QJsonObject row = describe(thread.customer);
        row.insert(u"messaging_product"_s, u"whatsapp"_s);
        data.append(row);
    }
    QJsonObject paging;
    if (!data.isEmpty())
        paging.insert(u"cursors"_s,
            QJsonObject{{u"before"_s, QString::number(from)}, {u"after"_s, QString::number(from + data.size())}});
    exchange.json({{u"data"_s, data}, {u"paging"_s, paging}});
}

int GraphBlocks::objection(const Account &account, const QString &user, const Thread *thread) const
{
    if (onlyDigits(user) == account.digits && !user.contains(u'.')) return 131021;
    if (thread == nullptr) return 131047;
    for (auto message = thread->messages.rbegin(); message != thread->messages.rend(); ++message) {
        if (message->author == Author::Customer) return m_world.now() - message->timestamp < daySeconds ? 0 : 131047;
    }
    return 131047;
}

void GraphBlocks::edge(const Exchange &exchange, Account &account)
{
    if (exchange.is("GET")) return list(exchange, account);
    const bool adds = exchange.is("POST");
    if (!adds && !exchange.is("DELETE")) return refuse(exchange, GraphError::of(100, u"Unsupported request"_s));
    const QJsonObject input = exchange.input();
    if (input[u"messaging_product"].toString() != "whatsapp"_L1)
        return refuse(exchange, GraphError::of(100, u"The parameter messaging_product is required."_s));
    const QJsonArray users = input[u"block_users"].toArray();
    if (users.isEmpty()) return refuse(exchange, missing(u"block_users"_s));
    if (users.size() > mostInRequest)
        return refuse(exchange, GraphError::of(100, u"Param block_users holds at most 1000 users."_s));
    auto blocked = std::count_if(
        account.threads.cbegin(), account.threads.cend(), [](const Thread &thread) { return thread.blocked; });
    QJsonArray done;
    QJsonArray failed;
    for (const QJsonValue &value : users) {
        const QJsonObject entry = value.toObject();
        const QString user = entry[u"user"].toString(entry[u"user_id"].toString());
        if (user.isEmpty()) return refuse(exchange, missing(u"block_users[]['user']"_s));
        Thread *thread = m_world.thread(account, user.contains(u'.') ? user : onlyDigits(user));
        int code = adds ? objection(account, user, thread) : 0;
        if (code == 0 && adds && !thread->blocked && ++blocked > m_world.mostBlocked) code = 139101;
        QJsonObject row = thread == nullptr ? QJsonObject() : describe(thread->customer);
        row.insert(u"input"_s, user);
        if (code == 0) {
            if (thread != nullptr) thread->blocked = adds;
            done.append(row);
            continue;
        }
        row.insert(u"errors"_s, QJsonArray{GraphError::of(code).inWebhook()});
        failed.append(row);
    }
    m_world.touch();
    QJsonObject report{{adds ? u"added_users"_s : u"removed_users"_s, done}};
    if (!failed.isEmpty()) report.insert(u"failed_users"_s, failed);
    QJsonObject answer{{u"messaging_product"_s, u"whatsapp"_s}, {u"block_users"_s, report}};
    if (failed.isEmpty()) return exchange.json(answer);
    const GraphError error
        = GraphError::of(139100, u"Some users were not blocked, see failed_users for the reasons."_s);
    answer.insert(u"error"_s, error.body()[u"error"]);
    exchange.json(answer, error.http);
}

} // namespace Tandem::Sandbox
