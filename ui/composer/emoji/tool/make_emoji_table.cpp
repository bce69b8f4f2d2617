// A build step: turns Unicode's list of emoji and CLDR's names into the one table that the picker reads.
// usage: make_emoji_table EMOJI_TEST_TXT CLDR_COMMON_FOLDER OUTPUT
// A line of the table: emoji, group, its five skin tones (or nothing), English words, Chinese words; parted by tabs.
// The first of the words is the name.

#include <QFile>
#include <QHash>
#include <QStringList>
#include <QXmlStreamReader>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using Words = QHash<QString, QStringList>;

QString key(QString emoji) { return emoji.remove(QChar(0xfe0f)); }

/// Names first, then the other words, without repeating any.
void readAnnotations(const QString &path, Words &words)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "annotation"_L1) continue;
        const auto emoji = key(xml.attributes().value("cp"_L1).toString());
        const bool name = xml.attributes().value("type"_L1) == "tts"_L1;
        auto &list = words[emoji];
        const auto parts = xml.readElementText().split(u'|', Qt::SkipEmptyParts);
        for (const auto &part : parts) {
            const auto word = part.simplified();
            if (name) list.removeAll(word);
            if (name) {
                list.prepend(word);
            } else if (!list.contains(word)) {
                list.append(word);
            }
        }
    }
    if (xml.hasError()) qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
}

Words readLanguage(const QString &common, const QString &language)
{
    Words words;
    for (const auto &folder : {u"annotations"_s, u"annotationsDerived"_s}) readAnnotations(common + u'/' + folder + u'/' + language + u".xml"_s, words);
    return words;
}

struct Entry
{
    QString emoji;
    QString name;
    int group = 0;
    QStringList tones;
};

struct Line
{
    QString emoji;
    QString base; ///< without tones and presentation
    QList<char32_t> tones;
    QString name;
};

Line parsed(const QString &line)
{
    Line result;
    const auto codes = line.section(u';', 0, 0).split(u' ', Qt::SkipEmptyParts);
    QString base;
    for (const auto &code : codes) {
        const char32_t c = code.toUInt(nullptr, 16);
        result.emoji += QString::fromUcs4(&c, 1);
        if (c >= 0x1f3fb && c <= 0x1f3ff) {
            result.tones.append(c);
        } else {
            base += QString::fromUcs4(&c, 1);
        }
    }
    result.base = key(base);
    // "# 😀 E1.0 grinning face"
    result.name = line.section(u'#', 1).simplified().section(u' ', 2);
    return result;
}

QList<Entry> readList(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    QList<Entry> entries;
    QHash<QString, int> places;
    int group = -1;
    while (!file.atEnd()) {
        const auto line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.startsWith("# group: "_L1) && !line.contains("Component"_L1)) ++group;
        if (line.startsWith(u'#') || !line.contains("; fully-qualified"_L1)) continue;
        const auto found = parsed(line);
        if (found.tones.isEmpty()) {
            places.insert(found.base, int(entries.size()));
            entries.append({found.emoji, found.name, group, {}});
        } else if (found.tones.count(found.tones.first()) == found.tones.size() && places.contains(found.base)) {
            entries[places.value(found.base)].tones.append(found.emoji);
        }
    }
    return entries;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 4) return std::fputs("usage: make_emoji_table EMOJI_TEST_TXT CLDR_COMMON_FOLDER OUTPUT\n", stderr), 2;
    const auto entries = readList(QString::fromLocal8Bit(argv[1]));
    const auto common = QString::fromLocal8Bit(argv[2]);
    const auto english = readLanguage(common, u"en"_s);
    const auto chinese = readLanguage(common, u"zh"_s);
    QFile out(QString::fromLocal8Bit(argv[3]));
    if (!out.open(QIODevice::WriteOnly)) qFatal("cannot write %s", argv[3]);
    for (const auto &entry : entries) {
        const auto tones = entry.tones.size() == 5 ? entry.tones.join(u' ') : QString();
        const auto names = english.value(key(entry.emoji), {entry.name});
        const QStringList fields{entry.emoji, QString::number(entry.group), tones, names.join(u'|'), chinese.value(key(entry.emoji)).join(u'|')};
        out.write((fields.join(u'\t') + u'\n').toUtf8());
    }
    return entries.size() > 1000 ? 0 : 1;
}
