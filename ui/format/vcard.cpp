#include "ui/format/vcard.h"

#include "ui/format/whatsapp_text.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qsizetype MaxCard = 256 * 1024;
constexpr int LineBytes = 75; ///< RFC 2426: longer lines are folded

/// RFC 2426 §5: commas, semicolons and line ends are part of the value only when escaped.
QString escaped(const QString &raw)
{
    auto text = cleanText(raw);
    text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u',', u"\\,"_s).replace(u';', u"\\;"_s);
    return text.trimmed();
}

QString at(const QJsonObject &object, QLatin1StringView key) { return escaped(object.value(key).toString()); }

/// "CELL", "HOME"…: what the wire calls it, letters only.
QString typeOf(const QJsonObject &object)
{
    QString type;
    for (const auto c : object.value("type"_L1).toString().toUpper()) {
        if (c >= u'A' && c <= u'Z') type.append(c);
    }
    return type.isEmpty() ? type : u";TYPE="_s + (type == "MOBILE"_L1 ? u"CELL"_s : type.left(12));
}

void fold(QByteArray &out, const QString &line)
{
    QByteArray now;
    for (const char32_t point : line.toUcs4()) {
        const auto bytes = QString::fromUcs4(&point, 1).toUtf8();
        if (now.size() + bytes.size() > LineBytes) {
            out += now + "\r\n";
            now = " ";
        }
        now += bytes;
    }
    out += now + "\r\n";
}

void addName(QStringList &lines, const QJsonObject &contact)
{
    const auto name = contact.value("name"_L1).toObject();
    const QStringList parts{at(name, "last_name"_L1), at(name, "first_name"_L1), at(name, "middle_name"_L1), at(name, "prefix"_L1), at(name, "suffix"_L1)};
    auto full = at(name, "formatted_name"_L1);
    if (full.isEmpty()) full = (parts.at(1) + u' ' + parts.at(0)).trimmed();
    lines << u"N:"_s + parts.join(u';') << u"FN:"_s + full;
}

void addReachedBy(QStringList &lines, const QJsonObject &contact)
{
    for (const auto &value : contact.value("phones"_L1).toArray()) {
        const auto phone = value.toObject();
        if (const auto number = at(phone, "phone"_L1); !number.isEmpty()) lines << u"TEL%1:%2"_s.arg(typeOf(phone), number);
    }
    for (const auto &value : contact.value("emails"_L1).toArray()) {
        const auto mail = value.toObject();
        if (const auto address = at(mail, "email"_L1); !address.isEmpty()) lines << u"EMAIL%1:%2"_s.arg(typeOf(mail), address);
    }
    for (const auto &value : contact.value("addresses"_L1).toArray()) {
        const auto place = value.toObject();
        const QStringList parts{QString(), QString(), at(place, "street"_L1), at(place, "city"_L1), at(place, "state"_L1), at(place, "zip"_L1), at(place, "country"_L1)};
        lines << u"ADR%1:%2"_s.arg(typeOf(place), parts.join(u';'));
    }
    for (const auto &value : contact.value("urls"_L1).toArray()) {
        if (const auto url = at(value.toObject(), "url"_L1); !url.isEmpty()) lines << u"URL:"_s + url;
    }
}

} // namespace

QByteArray vCardOf(const QJsonObject &contact)
{
    const auto sent = contact.value("vcard"_L1).toString();
    if (sent.startsWith("BEGIN:VCARD"_L1) && sent.contains("END:VCARD"_L1) && sent.size() <= MaxCard) return sent.toUtf8();
    QStringList lines{u"BEGIN:VCARD"_s, u"VERSION:3.0"_s};
    addName(lines, contact);
    addReachedBy(lines, contact);
    const auto work = contact.value("org"_L1).toObject();
    if (const auto company = at(work, "company"_L1); !company.isEmpty()) lines << u"ORG:"_s + company + (at(work, "department"_L1).isEmpty() ? QString() : u';' + at(work, "department"_L1));
    if (const auto title = at(work, "title"_L1); !title.isEmpty()) lines << u"TITLE:"_s + title;
    if (const auto birthday = at(contact, "birthday"_L1); !birthday.isEmpty()) lines << u"BDAY:"_s + birthday;
    lines << u"END:VCARD"_s;
    QByteArray card;
    for (const auto &line : lines) fold(card, line);
    return card;
}

} // namespace Tandem
