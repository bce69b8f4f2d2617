#include "core/gateway/credentials_file.h"

#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("CredentialsFile", text);
}

auto wrong(const QString &what)
{
    return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("CredentialsFile", "The credentials file is not usable: %1")).arg(what));
}

/// A string member; ids written as JSON numbers are refused because large ones would lose digits.
Result<QString> text(const QJsonObject &object, const QString &key, bool required)
{
    const auto value = object.value(key);
    if (value.isString() && !(required && value.toString().isEmpty())) return value.toString();
    if (value.isUndefined() || value.isNull()) {
        if (!required) return QString();
        return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"%1\" is missing.")).arg(key));
    }
    return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"%1\" must be a text that is not empty.")).arg(key));
}

bool isDigits(const QString &id)
{
    return !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<GatewayNumber> numberOf(const QJsonObject &object)
{
    GatewayNumber number;
    const auto id = text(object, u"phone_number_id"_s, true);
    TANDEM_TRY(id);
    if (!isDigits(*id)) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"phone_number_id\" must be digits.")));
    const auto waba = text(object, u"waba_id"_s, true);
    TANDEM_TRY(waba);
    const auto phone = text(object, u"display_phone_number"_s, false);
    TANDEM_TRY(phone);
    const auto token = text(object, u"access_token"_s, true);
    TANDEM_TRY(token);
    const auto onboarded = text(object, u"onboarded_at"_s, false);
    TANDEM_TRY(onboarded);
    if (!onboarded->isEmpty()) {
        bool ok = false;
        number.onboardedAt = fromIso(*onboarded, &ok);
        if (!ok) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"onboarded_at\" must be a time like 2026-11-23T09:00:00Z.")));
    }
    number.phoneNumberId = *id;
    number.wabaId = *waba;
    number.displayPhone = *phone;
    number.token = Secret(*token);
    return number;
}

/// Meta only calls https addresses; http is for trying things out on this computer.
bool isUsablePublicUrl(const QUrl &url)
{
    if (url.isEmpty()) return true;
    if (!url.isValid() || url.host().isEmpty()) return false;
    const bool loopback = url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback();
    return url.scheme() == u"https"_s || (url.scheme() == u"http"_s && loopback);
}

Result<QList<GatewayNumber>> numbersOf(const QJsonObject &meta)
{
    const auto value = meta.value("numbers"_L1);
    if (!value.isUndefined() && !value.isArray()) {
        return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"numbers\" must be a list.")));
    }
    QList<GatewayNumber> numbers;
    for (const auto &entry : value.toArray()) {
        if (!entry.isObject()) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"numbers\" must hold objects.")));
        auto number = numberOf(entry.toObject());
        if (!number) return failure(number.error());
        const bool twice = std::ranges::any_of(
            numbers, [&](const GatewayNumber &other) { return other.phoneNumberId == number->phoneNumberId; });
        if (twice) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "A number is listed twice.")));
        numbers.append(*std::move(number));
    }
    return numbers;
}

} // namespace

Result<GatewayConfig> parseCredentials(const QByteArray &json, GatewayConfig config)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "it is not a JSON object.")));
    if (!document.object().value("meta"_L1).isObject()) {
        return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"%1\" is missing.")).arg(u"meta"_s));
    }
    const auto meta = document.object().value("meta"_L1).toObject();
    const auto appId = text(meta, u"app_id"_s, false);
    TANDEM_TRY(appId);
    const auto secret = text(meta, u"app_secret"_s, true);
    TANDEM_TRY(secret);
    const auto verify = text(meta, u"verify_token"_s, true);
    TANDEM_TRY(verify);
    const auto configId = text(meta, u"config_id"_s, false);
    TANDEM_TRY(configId);
    const auto publicUrl = text(meta, u"public_url"_s, false);
    TANDEM_TRY(publicUrl);
    auto numbers = numbersOf(meta);
    TANDEM_TRY(numbers);
    config.appId = *appId;
    config.appSecret = Secret(*secret);
    config.verifyToken = Secret(*verify);
    config.configId = *configId;
    config.publicUrl = QUrl(*publicUrl);
    if (!isUsablePublicUrl(config.publicUrl)) {
        return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"public_url\" must be an https address.")));
    }
    config.numbers = *std::move(numbers);
    return config;
}

Result<GatewayConfig> readCredentials(const QString &path, GatewayConfig config)
{
    const auto bytes = readPrivateFile(path);
    if (!bytes) return failure(bytes.error());
    return parseCredentials(*bytes, std::move(config));
}

} // namespace Tandem
