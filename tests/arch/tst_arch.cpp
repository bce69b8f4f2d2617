#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Source
{
    QString path; ///< from the project's root
    QStringList lines;
};

QString root() { return qEnvironmentVariable("TANDEM_SOURCE"); }

QList<Source> sources(const QStringList &folders)
{
    QList<Source> found;
    for (const auto &folder : folders) {
        QDirIterator files(root() + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) continue;
            found.append({QDir(root()).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    return found;
}

/// "path:line: text" for every line that matches, except in files whose path starts with one of `allowed`.
QStringList matches(const QStringList &folders, const QString &pattern, const QStringList &allowed = {})
{
    const QRegularExpression expression(pattern);
    QStringList hits;
    for (const auto &source : sources(folders)) {
        const bool skip = std::any_of(allowed.begin(), allowed.end(), [&](const QString &a) { return source.path.startsWith(a); });
        for (qsizetype i = 0; !skip && i < source.lines.size(); ++i) {
            if (expression.match(source.lines.at(i)).hasMatch()) {
                hits.append(u"%1:%2: %3"_s.arg(source.path).arg(i + 1).arg(source.lines.at(i).trimmed()));
            }
        }
    }
    return hits;
}

QString text(const QStringList &hits) { return hits.mid(0, 10).join(u'\n'); }

/// The shared libraries that the program pulls in, directly or not.
QString libraries(const QString &program)
{
    QProcess ldd;
    ldd.start(u"ldd"_s, {qEnvironmentVariable("TANDEM_BIN") + u'/' + program});
    return ldd.waitForFinished() && ldd.exitCode() == 0 ? QString::fromUtf8(ldd.readAllStandardOutput()) : QString();
}

} // namespace

/// Holds the house to its plan (ARCHITECTURE.md): arrows, link lines, sizes and habits that erode one line at a time.
class TestArch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFileInfo::exists(root() + u"/CMakeLists.txt"_s));
        QVERIFY(sources({u"core"_s}).size() > 20);
    }

    void nothingMatches_data()
    {
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("allowed");
        const QStringList all{u"app"_s, u"core"_s, u"ui"_s};
        const auto row = [](const char *name, const QStringList &folders, const QString &pattern, const QStringList &allowed = {}) {
            QTest::newRow(name) << folders << pattern << allowed;
        };
        row("core does not know ui or app", {u"core"_s}, u"#include \"(ui|app)/"_s);
        row("ui does not know app", {u"ui"_s}, u"#include \"app/"_s);
        row("core has no Gui or Widgets", {u"core"_s},
            u"#include <(QWidget|QApplication|QGuiApplication|QPainter|QImage|QPixmap|QColor|QFont|QtGui|QtWidgets)"_s);
        row("models and formats have no Widgets", {u"ui/models"_s, u"ui/format"_s}, u"#include <(QWidget|QApplication|QLabel|QPushButton)"_s);
        row("WebEngine only in the plug-in", all, u"#include <QWebEngine"_s, {u"ui/link/"_s});
        row("Qt Multimedia only in the plug-in", all, u"#include <Q(Media|Audio|Video|Camera)[A-Z]"_s, {u"ui/media/plugin/"_s});
        row("SQL only in the store", all, u"#include <QSql|#include <sqlite3|#include <libpq"_s, {u"core/store/"_s});
        row("keychain only in secrets", all, u"#include <.*keychain"_s, {u"core/secrets/"_s});
        row("OpenSSL only in secrets", all, u"#include <openssl/"_s, {u"core/secrets/"_s});
        row("microhttpd only in http", all, u"#include <microhttpd"_s, {u"core/http/"_s});
        row("no umbrella headers", all, u"#include <Qt(Core|Gui|Widgets|Network|Sql|Test|WebEngineWidgets|WebEngineCore)>"_s);
        row("the sandbox shares nothing with what it judges", {u"app/sandbox"_s},
            u"#include \"core/(providers|coexistence|gateway|store|domain)/"_s);
        row("nothing in core or ui knows the sandbox", {u"core"_s, u"ui"_s}, u"(?i)tandem-sandbox"_s);
        row("no bare continuation on a context", all, u"\\.then\\((this|context)"_s);
        row("no modal loops", all, u"(dialog|Dialog|menu|Menu|box|Box)(\\.|->)exec\\("_s);
        row("no processEvents", all, u"processEvents"_s);
        row("no insecure keychain fallback", all, u"setInsecureFallback\\(true"_s);
        row("no TLS error is ignored", all, u"ignoreSslErrors"_s);
        row("no string signals", all, u"\\b(SIGNAL|SLOT)\\("_s);
        row("no singletons", all, u"static .*\\binstance\\(\\)"_s);
        row("no colour literal outside the theme", {u"ui"_s}, u"\"#[0-9a-fA-F]{6}\"|QColor\\((0x|\\d|u?\")|Qt::(red|green|blue|yellow|gray|black|white)\\b"_s,
            {u"ui/theme/"_s});
        // Tool tips guess their format: what customers, colleagues and files are called could become markup.
        row("names in tool tips are plain", {u"app"_s, u"ui"_s}, u"setToolTip\\((?!plainTip)[^;]*(\\.arg\\(|\\b([a-z]*[nN]ame|title|words|help)\\b)"_s,
            {u"ui/composer/emoji/"_s, u"ui/numbers/parts/budget_meter"_s, u"ui/shell/parts/conversation_header"_s});
        row("nothing left open", {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s}, u"\\b(TO"_s + u"DO|FIX"_s + u"ME|XX"_s + u"X|HA"_s + u"CK)\\b"_s);
        row("the app account is never registered or deregistered", {u"core"_s, u"ui"_s}, u"/(de)?register\""_s);
    }
    void nothingMatches()
    {
        QFETCH(QStringList, folders);
        QFETCH(QString, pattern);
        QFETCH(QStringList, allowed);
        const auto hits = matches(folders, pattern, allowed);
        QVERIFY2(hits.isEmpty(), qPrintable(text(hits)));
    }

    void roomsStaySmall()
    {
        QStringList big;
        for (const auto &source : sources({u"app"_s, u"core"_s, u"ui"_s, u"tests"_s})) {
            const int limit = source.path.endsWith(u"main.cpp") ? 60 : source.path.endsWith(u".h") ? 200 : 500;
            if (source.lines.size() - 1 > limit) big.append(u"%1: %2 lines of %3"_s.arg(source.path).arg(source.lines.size() - 1).arg(limit));
        }
        QVERIFY2(big.isEmpty(), qPrintable(text(big)));
    }

    void foldersStaySmall()
    {
        QHash<QString, int> files; // headers and sources alike, without those of subfolders
        for (const auto &source : sources({u"app"_s, u"core"_s, u"ui"_s, u"tests"_s})) ++files[QFileInfo(source.path).path()];
        QStringList crowded;
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            if (it.value() >= 20) crowded.append(u"%1: %2 files, fewer than 20 are allowed"_s.arg(it.key()).arg(it.value()));
        }
        QVERIFY2(crowded.isEmpty(), qPrintable(text(crowded)));
    }

    void programsLinkOnlyWhatTheyNeed()
    {
        const auto gateway = libraries(u"tandem-gateway"_s);
        QVERIFY2(gateway.contains(u"libQt6Core"), "ldd could not read tandem-gateway");
        QVERIFY2(!gateway.contains(QRegularExpression(u"libQt6(Gui|Widgets|WebEngine)"_s)), qPrintable(gateway));
        const auto desktop = libraries(u"tandem"_s);
        QVERIFY2(desktop.contains(u"libQt6Widgets"), "ldd could not read tandem");
        QVERIFY2(!desktop.contains(u"libQt6WebEngine"), "the inbox must start without Chromium");
        QVERIFY2(!desktop.contains(u"libQt6Multimedia"), "the inbox must start without FFmpeg and the sound server's library");
    }
};

QTEST_GUILESS_MAIN(TestArch)
#include "tst_arch.moc"
