#include "app/desktop/start/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 longestInvite = 64 * 1024;

} // namespace

DesktopOptions DesktopOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Tandem::DesktopOptions", "Shared inbox for WhatsApp numbers that also live on a phone"));
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    parser.addPositionalArgument(u"invitation"_s, QCoreApplication::translate("Tandem::DesktopOptions", "A team's invitation to open: a file or a tandem:// link."), u"[INVITATION]"_s);
    const QCommandLineOption profile(u"profile"_s, QCoreApplication::translate("Tandem::DesktopOptions",
        "Data and settings to use; “practice” opens the practice workspace at once."), u"NAME"_s, u"default"_s);
    const QCommandLineOption tour(u"tour"_s, QCoreApplication::translate("Tandem::DesktopOptions",
        "Walk through the program by itself, with screenshots in this folder."), u"DIR"_s);
    const QCommandLineOption lang(u"lang"_s, QCoreApplication::translate("Tandem::DesktopOptions", "Language of this run: en or zh_CN."), u"CODE"_s);
    const QCommandLineOption theme(u"theme"_s, QCoreApplication::translate("Tandem::DesktopOptions", "Colours of this run: light, dark or system."), u"NAME"_s);
    parser.addOptions({profile, tour, lang, theme});

    DesktopOptions options;
    const bool understood = parser.parse(arguments);
    options.profile = parser.value(profile);
    options.tourFolder = parser.value(tour);
    options.language = parser.value(lang);
    options.theme = parser.value(theme);
    static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"_s);
    if (!understood) {
        options.m_text = parser.errorText();
    } else if (parser.positionalArguments().size() > 1) {
        options.m_text = u"unexpected argument: "_s + parser.positionalArguments().at(1);
    } else if (!name.match(options.profile).hasMatch()) {
        options.m_text = u"--profile takes up to 40 letters, digits, _ and -"_s;
    } else if (parser.isSet(tour) && options.tourFolder.isEmpty()) {
        options.m_text = u"--tour wants a folder"_s;
    } else if (!options.theme.isEmpty() && !QStringList{u"light"_s, u"dark"_s, u"system"_s}.contains(options.theme)) {
        options.m_text = u"--theme is light, dark or system"_s;
    }
    if (options.m_text.isEmpty() && !parser.positionalArguments().isEmpty()) options.takeInvite(parser.positionalArguments().constFirst(), parser.isSet(profile));
    options.m_wrong = !options.m_text.isEmpty();
    if (options.m_wrong) return options;
    if (parser.isSet(help)) options.m_text = parser.helpText();
    if (parser.isSet(version)) options.m_text = u"tandem %1"_s.arg(QCoreApplication::applicationVersion());
    return options;
}

void DesktopOptions::takeInvite(const QString &argument, bool profileGiven)
{
    auto bytes = argument.toUtf8();
    if (!argument.startsWith("tandem:"_L1)) {
        const QUrl url(argument);
        QFile file(url.isLocalFile() ? url.toLocalFile() : argument);
        if (!file.open(QIODevice::ReadOnly)) {
            m_text = u"unexpected argument: "_s + argument;
            return;
        }
        bytes = file.read(longestInvite);
    }
    const auto read = inviteFrom(bytes);
    if (!read) {
        m_text = read.error().text;
        return;
    }
    invite = *read;
    // Each team has a profile of its own, so that nothing of another workspace is touched.
    if (!profileGiven) profile = u"team-"_s + read->database;
}

int DesktopOptions::answer() const
{
    std::fprintf(m_wrong ? stderr : stdout, "%s%s\n", m_wrong ? "tandem: " : "", qUtf8Printable(m_text));
    return m_wrong ? 2 : 0;
}

} // namespace Tandem
