#include "core/gateway/credentials_file.h"

#include "core/secrets/private_file.h"
#include "core/secrets/sealing_key.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

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

enum class Need { Required, Optional };

/// One member of an object: what it is called, whether it must be there, and where its text goes.
struct Field
{
    QString key;
    Need need;
    std::function<void(const QString &)> take;
};

/// Reads text members; ids written as JSON numbers are refused because large ones would lose digits.
Result<> readFields(const QJsonObject &object, const QList<Field> &fields)
{
    for (const auto &field : fields) {
        const bool required = field.need == Need::Required;
        const auto value = object.value(field.key);
        if (value.isUndefined() || value.isNull()) {
            if (required) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"%1\" is missing.")).arg(field.key));
            continue;
        }
        if (!value.isString() || (required && value.toString().isEmpty())) {
            return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"%1\" must be a text that is not empty.")).arg(field.key));
        }
        field.take(value.toString());
    }
    return {};
}

auto into(QString &target)
{
    return [&target](const QString &text) { target = text; };
}

auto into(Secret &target)
{
    return [&target](const QString &text) { target = Secret(text); };
}

auto into(QUrl &target)
{
    return [&target](const QString &text) { target = QUrl(text); };
}

bool isDigits(const QString &id)
{
    return !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<GatewayNumber> numberOf(const QJsonObject &object)
{
    GatewayNumber number;
    QString onboarded;
    TANDEM_TRY(readFields(object, {{u"phone_number_id"_s, Need::Required, into(number.phoneNumberId)},
        {u"waba_id"_s, Need::Required, into(number.wabaId)},
        {u"display_phone_number"_s, Need::Optional, into(number.displayPhone)},
        {u"access_token"_s, Need::Required, into(number.token)},
        {u"onboarded_at"_s, Need::Optional, into(onboarded)}}));
    if (!isDigits(number.phoneNumberId)) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"phone_number_id\" must be digits.")));
    if (onboarded.isEmpty()) return number;
    bool ok = false;
    number.onboardedAt = fromIso(onboarded, &ok);
    if (!ok) return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"onboarded_at\" must be a time like 2026-11-23T09:00:00Z.")));
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
    TANDEM_TRY(readFields(meta, {{u"app_id"_s, Need::Optional, into(config.appId)},
        {u"app_secret"_s, Need::Required, into(config.appSecret)},
        {u"verify_token"_s, Need::Required, into(config.verifyToken)},
        {u"config_id"_s, Need::Optional, into(config.configId)},
        {u"public_url"_s, Need::Optional, into(config.publicUrl)}}));
    TANDEM_TRY(readFields(document.object(), {{u"workspace_key"_s, Need::Optional, into(config.workspaceKey)}}));
    if (!config.workspaceKey.isEmpty()) TANDEM_TRY(SealingKey::read(config.workspaceKey));
    const auto trusted = meta.value("trust_public_url"_L1);
    if (!trusted.isUndefined() && !trusted.isBool()) {
        return wrong(say(QT_TRANSLATE_NOOP("CredentialsFile", "\"trust_public_url\" must be true or false.")));
    }
    config.trustPublicUrl = trusted.toBool();
    auto numbers = numbersOf(meta);
    TANDEM_TRY(numbers);
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
