#include "tests/bench/items.h"

#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

#ifdef TANDEM_BENCH_DESKTOP
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

using namespace Qt::StringLiterals;

namespace {

struct Item
{
    const char *name;
    void (*run)(const Bench::Options &, Bench::Report &);
};

constexpr Item Items[] = {{"webhooks", Bench::benchWebhooks}, {"history", Bench::benchHistory}, {"search", Bench::benchSearch},
    {"inbox", Bench::benchInbox}, {"team-webhooks", Bench::benchTeamWebhooks}, {"team-cold", Bench::benchTeamCold},
#ifdef TANDEM_BENCH_DESKTOP
    {"team-live", Bench::benchTeamLive},
    {"timeline", Bench::benchTimeline},
    {"pictures", Bench::benchPictures},
    {"desktop", Bench::benchDesktop},
#endif
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", u"offscreen"_s).toUtf8());
    Application app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"items"_s, u"webhooks, history, search, inbox, team-webhooks, team-live, team-cold, timeline, pictures, desktop; all when none is named"_s);
    const QCommandLineOption smoke(u"smoke"_s, u"A thousandth of the work: only proves that the benches run."_s);
    const QCommandLineOption folder(u"dir"_s, u"Where to make databases; the large one is kept there."_s, u"folder"_s);
    const QCommandLineOption json(u"json"_s, u"Write the figures there instead of to the terminal."_s, u"file"_s);
    const QCommandLineOption messages(u"messages"_s, u"Size of the large database."_s, u"count"_s, u"1000000"_s);
    QCommandLineOption child(u"desktop-child"_s, {}, u"database"_s);
    QCommandLineOption begun(u"begun"_s, {}, u"microseconds"_s);
    child.setFlags(QCommandLineOption::HiddenFromHelp);
    begun.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({smoke, folder, json, messages, child, begun});
    parser.process(app);
#ifdef TANDEM_BENCH_DESKTOP
    if (parser.isSet(child)) return Bench::desktopChild(parser.value(child), parser.value(begun).toLongLong());
#endif

    const QTemporaryDir temporary;
    Bench::Options options;
    options.smoke = parser.isSet(smoke);
    options.folder = QDir(parser.isSet(folder) ? parser.value(folder) : temporary.path()).absolutePath();
    options.messages = parser.value(messages).toInt();
    if (!QDir().mkpath(options.folder)) return 2;
    const QStringList wanted = parser.positionalArguments();
    Bench::Report report;
    for (const Item &item : Items) {
        if (!wanted.isEmpty() && !wanted.contains(QString::fromLatin1(item.name))) continue;
        std::printf("%s\n", item.name);
        item.run(options, report);
    }
    report.print();
    return report.writeJson(parser.value(json)) ? 0 : 1;
}
