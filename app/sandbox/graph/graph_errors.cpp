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

const QHash<int, Known> &accountCatalogue()
{
    static const QHash<int, Known> known{{0, {401, u"We were unable to authenticate the app user"_s}},
        {1, {400, u"An unknown error occurred"_s}}, {2, {503, u"Service temporarily unavailable"_s}},
        {3, {500, u"Capability or permissions issue"_s}}, {4, {400, u"Application request limit reached"_s}},
        {10, {403, u"Permission denied"_s}}, {33, {400, u"Parameter value is not valid"_s}},
        {100, {400, u"Invalid parameter"_s}}, {104, {400, u"An access token is required to request this resource."_s}},
        {190, {401, u"Error validating access token: the session is invalid or has expired."_s}},
        {200, {403, u"Permissions error"_s}}, {368, {403, u"Temporarily blocked for policies violations"_s}},
        {2200, {400, u"Callback verification failed"_s}}, {80007, {400, u"Rate limit issues"_s}},
        {133004, {503, u"Server temporarily unavailable"_s}}, {133010, {400, u"Account not registered"_s}},
        {133016, {400, u"Account register or deregister rate limit exceeded"_s}},
        {139100, {400, u"Failed to block/unblock some users"_s}}, {139101, {400, u"Blocklist limit reached"_s}},
        {2593107, {400, u"Synchronization request limit exceeded"_s}},
        {2593108, {400, u"Synchronization request made outside of allowed time window"_s}}};
    return known;
}

const QHash<int, Known> &messageCatalogue()
{
    static const QHash<int, Known> known{{130429, {400, u"Rate limit hit"_s}},
        {130472, {400, u"User's number is part of an experiment"_s}},
        {130497, {403, u"Business account is restricted from messaging users in this country"_s}},
        {131000, {500, u"Something went wrong"_s}}, {131005, {403, u"Access denied"_s}},
        {131008, {400, u"Required parameter is missing"_s}}, {131009, {400, u"Parameter value is not valid"_s}},
        {131016, {500, u"Service unavailable"_s}}, {131021, {400, u"Recipient cannot be sender"_s}},
        {131026, {400, u"Message undeliverable"_s}}, {131031, {403, u"Business account has been locked"_s}},
        {131037, {400, u"Display name approval needed before message can be sent"_s}},
        {131042, {400, u"Business eligibility payment issue"_s}},
        {131045, {500, u"Incorrect certificate: phone number registration error"_s}},
        {131047, {400, u"Re-engagement message"_s}}, {131048, {400, u"Spam rate limit hit"_s}},
        {131049, {400, u"This message was not delivered to maintain healthy ecosystem engagement."_s}},
        {131050, {400, u"User has stopped marketing messages from this business"_s}},
        {131051, {400, u"Message type unknown"_s}}, {131052, {400, u"Media download error"_s}},
        {131053, {400, u"Media upload error"_s}}, {131055, {400, u"Method not allowed"_s}},
        {131056, {400, u"(Business Account, Consumer Account) pair rate limit hit"_s}},
        {131057, {500, u"Account in maintenance mode"_s}}, {131059, {400, u"Invalid cursor"_s}},
        {131060, {400, u"This message is currently unavailable."_s}},
        {131062, {400, u"Business-scoped user IDs are not supported for this message"_s}},
        {131064, {400, u"Limit exceeded after template classification violations"_s}},
        {132000, {400, u"Number of parameters does not match the expected number of params"_s}},
        {132001, {404, u"Template name does not exist in the translation"_s}},
        {132005, {400, u"Translated text too long"_s}}, {132007, {400, u"Template format character policy violated"_s}},
        {132012, {400, u"Parameter format does not match format in the created template"_s}},
        {132015, {400, u"Template is paused"_s}}, {132016, {400, u"Template is disabled"_s}},
        {132018, {400, u"There's an issue with the parameters in your template"_s}},
        {132068, {400, u"Flow is in blocked state"_s}}, {132069, {400, u"Flow is in throttled state"_s}},
        {134011, {400, u"Payments terms of service not accepted"_s}}, {135000, {400, u"Generic user error"_s}}};
    return known;
}

QString usualDetails(int code)
{
    static const QHash<int, QString> known{{131026, u"Message Undeliverable."_s},
        {131042, u"Message failed to send because there were one or more errors related to your payment method."_s},
        {131047, u"More than 24 hours have passed since the recipient last replied."_s},
        {131049, u"In order to maintain a healthy ecosystem engagement, the message failed to be delivered."_s},
        {131050, u"The recipient has chosen to stop receiving marketing messages from this business."_s},
        {131051, u"Message type is currently not supported."_s},
        {131052, u"The file that the user sent is larger than 100 MB."_s},
        {131060, u"The message cannot be shown here at the moment."_s}};
    return known.value(code);
}
} // namespace

bool GraphError::isKnown(int code)
{
    return accountCatalogue().contains(code) || messageCatalogue().contains(code);
}

GraphError GraphError::of(int code, const QString &details)
{
    const auto it = messageCatalogue().constFind(code);
    const Known known
        = it != messageCatalogue().cend() ? *it : accountCatalogue().value(code, {400, u"Invalid parameter"_s});
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

QJsonObject GraphError::inWebhook() const
{
    QJsonObject row{{u"code"_s, code}, {u"title"_s, message}, {u"message"_s, message}};
    const QString said = details.isEmpty() ? usualDetails(code) : details;
    if (!said.isEmpty()) row.insert(u"error_data"_s, QJsonObject{{u"details"_s, said}});
    return row;
}

void refuse(const Exchange &exchange, const GraphError &error)
{
    exchange.json(error.body(), error.http);
}

} // namespace Tandem::Sandbox
