#include "core/providers/meta/graph_answer.h"

#include "core/providers/meta/error_catalogue.h"
#include "core/providers/meta/wire/json_read.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr int redirects = 300;
constexpr int clientErrors = 400;
constexpr int unauthorized = 401;
constexpr int tooManyRequests = 429;
constexpr int serverErrors = 500;
constexpr int windowClosed = 131047;

QString say(const char *text)
{
    return QCoreApplication::translate("MetaGraph", text);
}

Error platformError(const QJsonObject &error, int code, int status)
{
    const ErrorAdvice advice = adviceFor(code, status);
    Error result;
    result.platformCode = code;
    result.text = wordsFor(advice);
    if (!advice.known) {
        const QString details = textAt(error.value("error_data"_L1).toObject(), "details"_L1);
        const QString said = redacted(details.isEmpty() ? textAt(error, "message"_L1) : details);
        if (!said.isEmpty()) result.text += u' ' + said;
    }
    result.detail = u"graph code %1, http %2, trace %3"_s.arg(code).arg(status).arg(textAt(error, "fbtrace_id"_L1));
    switch (advice.kind) {
    case ErrorClass::Auth: result.code = ErrorCode::Auth; break;
    case ErrorClass::Ambiguous: result.code = ErrorCode::Ambiguous; break;
    case ErrorClass::Permanent: result.code = ErrorCode::Platform; break;
    case ErrorClass::Retry:
    case ErrorClass::Rate:
    case ErrorClass::Pair:
        result.code = ErrorCode::Platform;
        result.retryable = true;
        break;
    }
    return result;
}

// An answer without a Graph error: from a proxy, a load balancer or a sign-in page of the network.
Error bareError(int status)
{
    const QString detail = u"http %1 without a graph error"_s.arg(status);
    if (status >= serverErrors) {
        return Error::of(ErrorCode::Ambiguous, say(QT_TRANSLATE_NOOP("MetaGraph", "The platform answered with a fault and did not say whether the request was carried out.")), detail);
    }
    if (status == unauthorized) {
        return Error::of(ErrorCode::Auth, say(QT_TRANSLATE_NOOP("MetaGraph", "The platform did not accept the sign-in.")), detail);
    }
    if (status >= clientErrors) {
        Error error = Error::of(ErrorCode::Platform, say(QT_TRANSLATE_NOOP("MetaGraph", "The platform refused the request.")), detail);
        error.retryable = status == tooManyRequests;
        return error;
    }
    return Error::retry(ErrorCode::Network, say(QT_TRANSLATE_NOOP("MetaGraph", "Something other than the platform answered; check the network or the proxy.")), detail);
}

Result<QJsonObject> readAnswered(const GraphAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    const QJsonObject object = cleaned(document.object()).toObject();
    const QJsonValue error = object.value("error"_L1);
    if (error.isObject()) {
        const auto code = integerOf(error.toObject().value("code"_L1));
        if (code) return failure(platformError(error.toObject(), int(*code), answer.status));
    }
    if (answer.status < 200 || answer.status >= redirects) return failure(bareError(answer.status));
    if (!document.isObject()) {
        return failure(ErrorCode::Ambiguous, say(QT_TRANSLATE_NOOP("MetaGraph", "The platform's answer could not be read.")),
            u"http %1, not a JSON object"_s.arg(answer.status));
    }
    return object;
}

Error notUnderstood(QLatin1StringView missing)
{
    return Error::of(ErrorCode::Ambiguous, say(QT_TRANSLATE_NOOP("MetaGraph", "The platform's answer could not be read.")), u"no "_s + missing);
}

} // namespace

Result<QJsonObject> readAnswer(const GraphAnswer &answer)
{
    using enum GraphAnswer::Outcome;
    switch (answer.outcome) {
    case NotSent:
        return failure(Error::retry(ErrorCode::Network, say(QT_TRANSLATE_NOOP("MetaGraph", "The platform can't be reached. Check the network.")), answer.problem));
    case TimedOut:
        return failure(ErrorCode::Timeout, say(QT_TRANSLATE_NOOP("MetaGraph", "The platform did not answer in time.")), answer.problem);
    case Cut:
        return failure(ErrorCode::Ambiguous, say(QT_TRANSLATE_NOOP("MetaGraph", "The connection broke before the platform had answered.")), answer.problem);
    case Answered: break;
    }
    return readAnswered(answer);
}

std::optional<qint64> dateMillis(const QByteArray &header)
{
    const QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(header).trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!time.isValid()) return std::nullopt;
    return QDateTime(time.date(), time.time(), QTimeZone::utc()).toMSecsSinceEpoch();
}

QString redacted(const QString &message)
{
    static const QRegularExpression longRun(u"[A-Za-z0-9_|.\\-]{20,}"_s);
    static constexpr qsizetype most = 300;
    QString text = message;
    text.replace(longRun, u"…"_s);
    return text.left(most);
}

Result<SendReply> readSendReply(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    SendReply reply;
    reply.wamid = textAt(listAt(*object, "messages"_L1).first().toObject(), "id"_L1);
    if (reply.wamid.isEmpty()) return failure(notUnderstood("messages[0].id"_L1));
    const QJsonObject contact = listAt(*object, "contacts"_L1).first().toObject();
    reply.waId = textAt(contact, "wa_id"_L1);
    reply.userId = textAt(contact, "user_id"_L1);
    reply.serverDateMs = dateMillis(answer.date);
    return reply;
}

Result<bool> readSuccess(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    if (!flagOf(object->value("success"_L1)).value_or(true)) return failure(notUnderstood("success"_L1));
    return true;
}

Result<QString> readMediaId(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    QString id = object ? textAt(*object, "id"_L1) : QString();
    if (!id.isEmpty()) return id;
    Error error = object ? notUnderstood("id"_L1) : object.error();
    // Nothing reached a customer, so it may go again, but bytes went: unlike a silent network, this is not for ever.
    const bool sent = error.code == ErrorCode::Timeout || error.code == ErrorCode::Ambiguous;
    if (sent) {
        error.code = ErrorCode::Ambiguous;
        error.retryable = true;
    }
    return failure(std::move(error));
}

Result<TemplatePage> readTemplates(const GraphAnswer &answer, const QString &wabaId)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    TemplatePage page;
    const QJsonArray data = listAt(*object, "data"_L1);
    for (const QJsonValue &value : data) {
        const QJsonObject item = value.toObject();
        MessageTemplate made;
        made.wabaId = wabaId;
        made.platformId = textAt(item, "id"_L1);
        made.name = textAt(item, "name"_L1);
        made.language = textAt(item, "language"_L1);
        made.category = textAt(item, "category"_L1).toUpper();
        made.status = textAt(item, "status"_L1).toUpper();
        made.quality = textAt(item.value("quality_score"_L1).toObject(), "score"_L1).toUpper();
        if (made.quality.isEmpty()) made.quality = u"UNKNOWN"_s;
        const QString reason = textAt(item, "rejected_reason"_L1);
        if (reason.compare("NONE"_L1, Qt::CaseInsensitive) != 0) made.rejectedReason = reason;
        made.named = textAt(item, "parameter_format"_L1).compare("NAMED"_L1, Qt::CaseInsensitive) == 0;
        made.components = listAt(item, "components"_L1);
        if (!made.name.isEmpty() && !made.language.isEmpty()) page.templates.append(std::move(made));
    }
    const QJsonObject paging = object->value("paging"_L1).toObject();
    if (paging.contains("next"_L1)) page.after = textAt(paging.value("cursors"_L1).toObject(), "after"_L1);
    return page;
}

Result<bool> readBlockAnswer(const GraphAnswer &answer)
{
    // The reason for one customer lies beside the general 139100; it alone says what to do.
    const QJsonObject body = cleaned(QJsonDocument::fromJson(answer.body).object()).toObject();
    const QJsonObject failed = listAt(body.value("block_users"_L1).toObject(), "failed_users"_L1).first().toObject();
    const QJsonObject reason = listAt(failed, "errors"_L1).first().toObject();
    const int code = intAt(reason, "code"_L1);
    if (answer.outcome == GraphAnswer::Outcome::Answered && code != 0) {
        Error error = platformError(reason, code, answer.status);
        if (code == windowClosed) error.text = say(QT_TRANSLATE_NOOP("MetaGraph", "Only customers who wrote in the last 24 hours can be blocked."));
        return failure(std::move(error));
    }
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    return true;
}

Result<MediaLink> readMediaLink(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    MediaLink link{textAt(*object, "url"_L1), textAt(*object, "mime_type"_L1), sha256Hex(textAt(*object, "sha256"_L1)),
        integerOf(object->value("file_size"_L1)).value_or(0)};
    if (link.url.isEmpty()) return failure(notUnderstood("url"_L1));
    return link;
}

Result<Secret> readAccessToken(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    Secret token(textAt(*object, "access_token"_L1));
    if (token.isEmpty()) return failure(notUnderstood("access_token"_L1));
    return token;
}

Result<TokenInfo> readTokenInfo(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    const QJsonObject data = object->value("data"_L1).toObject();
    TokenInfo info;
    info.valid = flagOf(data.value("is_valid"_L1)).value_or(false);
    info.appId = textAt(data, "app_id"_L1);
    info.expiresAt = integerOf(data.value("expires_at"_L1)).value_or(0);
    const QJsonArray scopes = data.value("scopes"_L1).toArray();
    for (const QJsonValue &scope : scopes) info.scopes.append(textOf(scope));
    const QJsonArray granular = listAt(data, "granular_scopes"_L1);
    for (const QJsonValue &item : granular) {
        const QJsonObject grant = item.toObject();
        if (textAt(grant, "scope"_L1) != "whatsapp_business_management"_L1) continue;
        const QJsonArray targets = grant.value("target_ids"_L1).toArray();
        for (const QJsonValue &target : targets) info.wabaIds.append(textOf(target));
    }
    return info;
}

PhoneNumberInfo readPhoneNumber(const QJsonObject &object)
{
    PhoneNumberInfo info;
    info.id = textAt(object, "id"_L1);
    info.displayPhone = textAt(object, "display_phone_number"_L1);
    info.verifiedName = textAt(object, "verified_name"_L1);
    info.quality = textAt(object, "quality_rating"_L1);
    info.platformType = textAt(object, "platform_type"_L1);
    info.messagingLimit = textAt(object, "whatsapp_business_manager_messaging_limit"_L1);
    info.onBizApp = flagOf(object.value("is_on_biz_app"_L1));
    info.lastOnboarded = textAt(object, "last_onboarded_time"_L1);
    return info;
}

Result<PhoneNumberPage> readPhoneNumbers(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    PhoneNumberPage page;
    const QJsonArray data = listAt(*object, "data"_L1);
    for (const QJsonValue &item : data) {
        PhoneNumberInfo info = readPhoneNumber(item.toObject());
        if (!info.id.isEmpty()) page.numbers.append(std::move(info));
    }
    const QJsonObject paging = object->value("paging"_L1).toObject();
    if (paging.contains("next"_L1)) page.after = textAt(paging.value("cursors"_L1).toObject(), "after"_L1);
    return page;
}

Result<QList<SubscriptionInfo>> readSubscriptions(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    QList<SubscriptionInfo> result;
    const QJsonArray data = listAt(*object, "data"_L1);
    for (const QJsonValue &item : data) {
        const QJsonObject subscription = item.toObject();
        SubscriptionInfo info{textAt(subscription, "object"_L1), textAt(subscription, "callback_url"_L1), {},
            flagOf(subscription.value("active"_L1)).value_or(true)};
        const QJsonArray fields = subscription.value("fields"_L1).toArray();
        for (const QJsonValue &field : fields) info.fields.append(field.isObject() ? textAt(field.toObject(), "name"_L1) : textOf(field));
        result.append(std::move(info));
    }
    return result;
}

Result<QString> readRequestId(const GraphAnswer &answer)
{
    const auto object = readAnswer(answer);
    if (!object) return failure(object.error());
    return textAt(*object, "request_id"_L1);
}

} // namespace Tandem::Meta
