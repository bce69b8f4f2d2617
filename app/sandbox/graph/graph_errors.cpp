#include "app/sandbox/graph/graph_errors.h"

#include <QHash>
#include <QRandomGenerator>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

namespace {
struct Known
{
    int http;
    QString message;
};

const QHash<int, Known> &catalogue()
{
    static const QHash<int, Known> known{{1, {400, u"An unknown error occurred"_s}},
        {2, {503, u"Service temporarily unavailable"_s}}, {33, {400, u"Parameter value is not valid"_s}},
        {100, {400, u"Invalid parameter"_s}}, {104, {400, u"An access token is required to request this resource."_s}},
        {190, {401, u"Error validating access token: the session is invalid or has expired."_s}},
        {200, {403, u"Permissions error"_s}}, {2200, {400, u"Callback verification failed"_s}},
        {130429, {400, u"Rate limit hit"_s}}, {131000, {500, u"Something went wrong"_s}},
        {131008, {400, u"Required parameter is missing"_s}}, {131009, {400, u"Parameter value is not valid"_s}},
        {131021, {400, u"Recipient cannot be sender"_s}}, {131026, {400, u"Message undeliverable"_s}},
        {131047, {400, u"Re-engagement message"_s}}, {131051, {400, u"Unsupported message type"_s}},
        {131053, {400, u"Media upload error"_s}},
        {131056, {400, u"(Business Account, Consumer Account) pair rate limit hit"_s}},
        {132000, {400, u"Number of parameters does not match the expected number of params"_s}},
        {132001, {404, u"Template name does not exist in the translation"_s}},
        {133010, {400, u"Account not registered"_s}}, {2593107, {400, u"Synchronization request limit exceeded"_s}},
        {2593108, {400, u"Synchronization request made outside of allowed time window"_s}}};
    return known;
}
} // namespace

GraphError GraphError::of(int code, const QString &details)
{
    const Known known = catalogue().value(code, {400, u"Invalid parameter"_s});
    return {code, known.http, known.message, details, 0};
}

QJsonObject GraphError::body() const
{
    QJsonObject error{{u"message"_s, u"(#%1) %2"_s.arg(code).arg(message)}, {u"type"_s, u"OAuthException"_s},
        {u"code"_s, code}, {u"fbtrace_id"_s, u"A"_s + QString::number(QRandomGenerator::global()->generate64(), 36)}};
    if (subcode != 0) error.insert(u"error_subcode"_s, subcode);
    if (!details.isEmpty())
        error.insert(u"error_data"_s, QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"details"_s, details}});
    if (code == 2) error.insert(u"is_transient"_s, true);
    return {{u"error"_s, error}};
}

void refuse(const Exchange &exchange, const GraphError &error)
{
    exchange.json(error.body(), error.http);
}

} // namespace Tandem::Sandbox
