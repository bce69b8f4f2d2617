#include "app/sandbox/world/people.h"

#include "app/sandbox/world/world.h"

#include <QFile>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

QString countryOf(const QString &phone, const QString &language)
{
    static const QList<std::pair<QString, QString>> codes{{u"86"_s, u"CN"_s}, {u"852"_s, u"HK"_s}, {u"886"_s, u"TW"_s},
        {u"65"_s, u"SG"_s}, {u"44"_s, u"GB"_s}, {u"34"_s, u"ES"_s}, {u"52"_s, u"MX"_s}, {u"57"_s, u"CO"_s},
        {u"55"_s, u"BR"_s}, {u"351"_s, u"PT"_s}, {u"971"_s, u"AE"_s}, {u"966"_s, u"SA"_s}, {u"20"_s, u"EG"_s},
        {u"61"_s, u"AU"_s}, {u"353"_s, u"IE"_s}, {u"33"_s, u"FR"_s}, {u"1"_s, u"US"_s}};
    for (const auto &[prefix, country] : codes) {
        if (phone.startsWith(prefix)) return country;
    }
    return language == "zh"_L1 ? u"CN"_s : u"US"_s;
}

QList<Person> readPeople(const World &world)
{
    QFile file(u":/sandbox/scenario/people.txt"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QList<Person> people;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList part = line.split(u'|');
        if (line.startsWith(u'#') || part.size() < 7) continue;
        Person person;
        person.customer.language = part[0].trimmed();
        person.customer.phone = part[1];
        person.customer.name = part[2];
        person.customer.username = part[3];
        person.weight = part[4].toInt();
        person.lastDaysAgo = part[5].toDouble();
        person.customer.inAddressBook = part[6].contains("book"_L1);
        person.customer.userId = world.userIdFor(person.customer.phone + person.customer.username,
            countryOf(person.customer.phone, person.customer.language));
        people.append(person);
    }
    return people;
}

} // namespace Tandem::Sandbox
