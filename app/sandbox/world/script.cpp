#include "app/sandbox/world/script.h"

#include <QFile>
#include <QLocale>

#include <map>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

const Script &Script::of(const QString &language)
{
    static std::map<QString, Script> scripts;
    const auto known = scripts.find(language);
    if (known != scripts.end()) return known->second;
    return scripts.emplace(language, Script(language)).first->second;
}

Script::Script(const QString &language)
    : m_language(language)
{
    QFile file(u":/sandbox/scenario/shop."_s + language + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly)) return;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        readLine(line);
}

void Script::readLine(const QString &line)
{
    if (line.startsWith("@product"_L1)) {
        m_products.append({line.section(u' ', 1, 1), line.section(u' ', 2, 2).toInt(), line.section(u' ', 3)});
    } else if (line.startsWith(u'@')) {
        m_words[line.section(u' ', 0, 0).mid(1)].append(line.section(u' ', 1));
    } else if (line.startsWith("=="_L1)) {
        m_dialogues.append({line.mid(2).trimmed(), {}});
    } else if (line.startsWith("..."_L1)) {
        m_later = true;
    } else if (!m_dialogues.isEmpty()) {
        const QString head = line.section(u' ', 0, 0);
        Turn turn;
        turn.customer = head.startsWith(u'c');
        turn.later = std::exchange(m_later, false);
        turn.attachment = head.section(u'+', 1);
        const QStringList texts = line.section(u' ', 1).split(u'|');
        for (const QString &text : texts)
            turn.texts.append(text.trimmed());
        m_dialogues.last().turns.append(turn);
    }
}

QString Script::money(int amount) const
{
    if (m_language == "zh"_L1) return u"¥"_s + QString::number(amount);
    if (m_language == "es"_L1) return QString::number(amount) + u" €"_s;
    if (m_language == "pt"_L1) return u"R$ "_s + QString::number(amount * 5);
    if (m_language == "ar"_L1) return QString::number(amount * 4) + u" درهم"_s;
    return u"$"_s + QString::number(amount);
}

QString Script::weekday(quint32 number) const
{
    const QLocale locale(m_language == "zh"_L1 ? u"zh_CN"_s : m_language);
    return locale.standaloneDayName(
        int(number % 6) + 1, m_language == "zh"_L1 ? QLocale::ShortFormat : QLocale::LongFormat);
}

Script::Slots Script::draw(const QString &name, QString *motif, QRandomGenerator &random) const
{
    const auto pick = [&](const QString &kind) {
        const QStringList words = m_words.value(kind);
        return words.isEmpty() ? QString() : words[random.bounded(int(words.size()))];
    };
    const Product product = m_products[random.bounded(int(m_products.size()))];
    *motif = product.motif;
    return {{u"name"_s, name}, {u"product"_s, product.name}, {u"price"_s, money(product.price)},
        {u"colour"_s, pick(u"colour"_s)}, {u"city"_s, pick(u"city"_s)}, {u"agent"_s, pick(u"agent"_s)},
        {u"day"_s, weekday(random.generate())}, {u"qty"_s, QString::number(2 + random.bounded(7))},
        {u"order"_s, u"LL-%1"_s.arg(20000 + random.bounded(9000))},
        {u"track"_s, u"LX%1CN"_s.arg(100000000 + random.bounded(800000000))},
        {u"time"_s, u"%1:%2"_s.arg(14 + random.bounded(4)).arg(random.bounded(2) == 0 ? u"00"_s : u"30"_s)}};
}

QString Script::fill(QString text, const Slots &slotValues)
{
    for (auto it = slotValues.begin(); it != slotValues.end(); ++it)
        text.replace(u'{' + it.key() + u'}', it.value());
    return text;
}

QList<Line> Script::perform(const Dialogue &dialogue, const QString &name, QRandomGenerator &random) const
{
    QString motif;
    const Slots slotValues = draw(name, &motif, random);
    // Alternatives in the same place of neighbouring turns belong together, so one choice mostly carries through.
    const quint32 choice = random.generate();
    QList<Line> lines;
    for (const Turn &turn : dialogue.turns) {
        Line line;
        line.customer = turn.customer;
        line.later = turn.later;
        line.text = fill(turn.texts[qsizetype(choice % quint32(turn.texts.size()))], slotValues);
        line.attachment = turn.attachment;
        if (line.attachment == "photo"_L1) line.attachment += u':' + motif;
        if (line.attachment == "pdf"_L1) line.attachment += u':' + slotValues.value(u"order"_s);
        lines.append(line);
    }
    return lines;
}

QString Script::opening(const QString &name, QRandomGenerator &random) const
{
    for (int attempt = 0; attempt < 20; ++attempt) {
        const Dialogue &dialogue = m_dialogues[random.bounded(int(m_dialogues.size()))];
        const Line first = perform(dialogue, name, random).first();
        if (first.customer && first.attachment.isEmpty()) return first.text;
    }
    return u"👋"_s;
}

} // namespace Tandem::Sandbox
