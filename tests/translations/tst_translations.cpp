#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    QString context;
    QString source;
    QStringList translations;
    bool unfinished = false;
    bool numerus = false;
};

QList<Entry> read(const QString &path)
{
    QFile file(path);
    QList<Entry> entries;
    if (!file.open(QIODevice::ReadOnly)) return entries;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") context = xml.readElementText();
        if (xml.name() == u"message") entries.append(Entry{context, {}, {}, false, xml.attributes().value(u"numerus"_s) == u"yes"});
        if (entries.isEmpty()) continue;
        auto &entry = entries.last();
        if (xml.name() == u"source") entry.source = xml.readElementText();
        if (xml.name() == u"translation") {
            entry.unfinished = xml.attributes().hasAttribute(u"type"_s);
            if (!entry.numerus) entry.translations.append(xml.readElementText());
        }
        if (xml.name() == u"numerusform") entry.translations.append(xml.readElementText());
    }
    return entries;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression place(u"%(L?\\d|n)"_s);
    QStringList found;
    for (auto it = place.globalMatch(text); it.hasNext();) found.append(it.next().captured());
    found.sort();
    return found;
}

} // namespace

/// No text of the program is left untranslated, and no placeholder is lost on the way.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("pluralsOnly");
        QTest::newRow("zh_CN") << u"zh_CN"_s << false;
        QTest::newRow("en") << u"en"_s << true;
    }
    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        QFETCH(bool, pluralsOnly);
        const auto root = qEnvironmentVariable("TANDEM_SOURCE");
        const QTemporaryDir folder;
        const auto copy = folder.filePath(u"copy.ts"_s);
        QVERIFY(QFile::copy(root + u"/translations/tandem_"_s + language + u".ts"_s, copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);

        QProcess lupdate;
        lupdate.setWorkingDirectory(root);
        QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s};
        if (pluralsOnly) arguments.append(u"-pluralonly"_s);
        lupdate.start(qEnvironmentVariable("TANDEM_LUPDATE"), arguments << u"app/desktop"_s << u"app/gateway"_s << u"core"_s << u"ui"_s << u"-ts"_s << copy);
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);

        const auto entries = read(copy);
        QVERIFY2(entries.size() >= (pluralsOnly ? 1 : 100), "lupdate found no texts");
        QStringList missing;
        for (const auto &entry : entries) {
            if (entry.unfinished || entry.translations.join(QString()).isEmpty()) missing.append(entry.context + u": "_s + entry.source);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"%1 untranslated:\n"_s.arg(missing.size()) + missing.mid(0, 20).join(u'\n')));
    }

    void placeholdersSurvive()
    {
        QStringList broken;
        for (const auto &entry : read(qEnvironmentVariable("TANDEM_SOURCE") + u"/translations/tandem_zh_CN.ts"_s)) {
            for (const auto &text : entry.translations) {
                if (!text.isEmpty() && placeholders(text) != placeholders(entry.source)) broken.append(entry.source + u" → "_s + text);
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
