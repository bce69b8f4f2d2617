#include "ui/format/typed_person.h"

#include "ui/format/phone_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem::Format {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::TypedPerson)
};

constexpr int fewestDigits = 7;
constexpr int mostDigits = 15; // ITU-T E.164

TypedPerson wrong(const QString &problem)
{
    TypedPerson person;
    person.kind = TypedPerson::Kind::Wrong;
    person.problem = problem;
    return person;
}

TypedPerson phoneOf(const QString &typed)
{
    QString digits;
    for (const QChar c : typed) {
        if (c.isDigit()) digits.append(QChar(u'0' + c.digitValue())); // ٠١٢ and ０１２ too
    }
    const bool international = typed.startsWith(u'+') || typed.startsWith(u'＋');
    if (!international && digits.startsWith("00"_L1)) digits.remove(0, 2);
    else if (digits.startsWith(u'0')) return wrong(Words::tr("Begin with the country code, for example +86, and leave out the 0 in front."));
    if (digits.startsWith(u'0')) return wrong(Words::tr("A country code does not begin with 0."));
    if (digits.size() < fewestDigits) return wrong(Words::tr("This is too short for a phone number with its country code."));
    if (digits.size() > mostDigits) return wrong(Words::tr("This is too long for a phone number."));
    TypedPerson person;
    person.kind = TypedPerson::Kind::Phone;
    person.peer.phone = digits;
    person.shown = phone(digits);
    return person;
}

} // namespace

TypedPerson typedPerson(const QString &typed)
{
    static const QRegularExpression phoneForm(u"^[+＋]?[\\s\\d().\\-/–·]+$"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression bsuidForm(u"^([A-Za-z]{2})\\.([A-Za-z0-9]{6,128})$"_s);
    static const QRegularExpression nameForm(u"^@?([A-Za-z0-9._]{3,35})$"_s);
    static const QRegularExpression letter(u"[A-Za-z]"_s);
    QString text;
    for (const QChar c : typed) {
        if (c.category() != QChar::Other_Format) text.append(c); // direction marks come along when a number is copied
    }
    text = text.trimmed();
    if (text.isEmpty()) return {};
    if (phoneForm.match(text).hasMatch()) return phoneOf(text);
    TypedPerson person;
    if (const auto id = bsuidForm.match(text); id.hasMatch() && text.contains(QRegularExpression(u"\\d{6}"_s))) {
        person.kind = TypedPerson::Kind::Bsuid;
        person.peer.bsuid = id.captured(1).toUpper() + u'.' + id.captured(2);
        person.shown = person.peer.bsuid;
        return person;
    }
    if (const auto name = nameForm.match(text); name.hasMatch() && text.contains(letter)) {
        person.kind = TypedPerson::Kind::Username;
        person.peer.username = name.captured(1).toLower();
        person.shown = u'@' + person.peer.username;
        return person;
    }
    return wrong(Words::tr("This is neither a phone number nor a username."));
}

} // namespace Tandem::Format
