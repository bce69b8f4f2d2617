#include "core/providers/meta/wire/json_read.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr qint64 lastSecond = 253402300799; // the end of year 9999
constexpr qint64 firstMillis = 100'000'000'000; // larger values can only be milliseconds

bool isCleanText(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull() || c.isLowSurrogate()) return false;
        if (c.isHighSurrogate()) {
            if (i + 1 >= text.size() || !text[i + 1].isLowSurrogate()) return false;
            ++i;
        }
    }
    return true;
}

bool isClean(const QJsonValue &value)
{
    if (value.isString()) return isCleanText(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue &v) { return isClean(v); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!isCleanText(it.key()) || !isClean(QJsonValue(it.value()))) return false;
        }
    }
    return true;
}

QJsonValue rebuilt(const QJsonValue &value)
{
    if (value.isString()) return cleanedText(value.toString());
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) result.append(rebuilt(item));
        return result;
    }
    if (value.isObject()) {
        QJsonObject result;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) result.insert(cleanedText(it.key()), rebuilt(it.value()));
        return result;
    }
    return value;
}

} // namespace

QString textOf(const QJsonValue &value)
{
    if (value.isString()) return value.toString();
    if (!value.isDouble()) return {};
    if (const auto integer = integerOf(value)) return QString::number(*integer);
    return QString::number(value.toDouble(), 'g', 17);
}

QString textAt(const QJsonObject &object, QLatin1StringView key)
{
    return textOf(object.value(key));
}

std::optional<qint64> integerOf(const QJsonValue &value)
{
    if (value.isString()) {
        bool ok = false;
        const qint64 number = value.toString().trimmed().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    if (!value.isDouble()) return std::nullopt;
    // Two different defaults tell a true integer from "not an integer" without going through double.
    const qint64 number = value.toInteger(-1);
    if (number == -1 && value.toInteger(-2) == -2) return std::nullopt;
    return number;
}

int intAt(const QJsonObject &object, QLatin1StringView key, int otherwise)
{
    const auto number = integerOf(object.value(key));
    if (!number || *number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max()) return otherwise;
    return int(*number);
}

std::optional<UtcTime> timeOf(const QJsonValue &value)
{
    const auto number = integerOf(value);
    if (!number || *number < 0) return std::nullopt;
    if (*number >= firstMillis) {
        return *number / 1000 <= lastSecond ? std::optional(fromEpochMillis(*number)) : std::nullopt;
    }
    return fromEpochSeconds(*number);
}

std::optional<bool> flagOf(const QJsonValue &value)
{
    if (value.isBool()) return value.toBool();
    const QString text = textOf(value).toLower();
    if (text == "true"_L1 || text == "1"_L1) return true;
    if (text == "false"_L1 || text == "0"_L1) return false;
    return std::nullopt;
}

QJsonArray listAt(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isObject()) return QJsonArray{value};
    return value.toArray();
}

QJsonValue cleaned(const QJsonValue &value)
{
    return isClean(value) ? value : rebuilt(value);
}

QString cleanedText(const QString &text)
{
    if (isCleanText(text)) return text;
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull()) continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result += c;
            result += text[++i];
        } else {
            result += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    return result;
}

QString phoneDigits(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (!c.isSpace() && !QStringView(u"+-().\u200e\u202a\u202c").contains(c)) {
            return {};
        }
    }
    return digits;
}

QString sha256Hex(const QString &wire)
{
    static constexpr qsizetype hexLength = 64;
    const QByteArray raw = wire.trimmed().toLatin1();
    if (raw.size() == hexLength) {
        const QByteArray bytes = QByteArray::fromHex(raw);
        return bytes.size() == hexLength / 2 ? QString::fromLatin1(bytes.toHex()) : QString();
    }
    QByteArray standard = raw;
    standard.replace('-', '+').replace('_', '/');
    const auto decoded = QByteArray::fromBase64Encoding(standard, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != hexLength / 2) return {};
    return QString::fromLatin1(decoded.decoded.toHex());
}

} // namespace Tandem::Meta
