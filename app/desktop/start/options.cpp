#include "app/desktop/start/options.h"

#include "app/desktop/start/opened_things.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem {

DesktopOptions DesktopOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Tandem::DesktopOptions", "Shared inbox for WhatsApp numbers that also live on a phone"));
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    parser.addPositionalArgument(u"invitation"_s, QCoreApplication::translate("Tandem::DesktopOptions", "A team's invitation to open: a file or a tandem:// link."), u"[INVITATION]"_s);
    const QCommandLineOption profile(u"profile"_s, QCoreApplication::translate("Tandem::DesktopOptions",
        "Data and settings to use; “practice” opens the practice workspace at once."), u"NAME"_s);
    const QCommandLineOption tour(u"tour"_s, QCoreApplication::translate("Tandem::DesktopOptions",
        "Walk through the program by itself, with screenshots in this folder."), u"DIR"_s);
    const QCommandLineOption lang(u"lang"_s, QCoreApplication::translate("Tandem::DesktopOptions", "Language of this run: en or zh_CN."), u"CODE"_s);
    const QCommandLineOption theme(u"theme"_s, QCoreApplication::translate("Tandem::DesktopOptions", "Colours of this run: light, dark or system."), u"NAME"_s);
    parser.addOptions({profile, tour, lang, theme});

    DesktopOptions options;
    const bool understood = parser.parse(arguments);
    if (parser.isSet(profile)) options.profile = parser.value(profile);
    options.tourFolder = parser.value(tour);
    options.language = parser.value(lang);
    options.theme = parser.value(theme);
    static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"_s);
    if (!understood) {
        options.m_text = parser.errorText();
    } else if (parser.positionalArguments().size() > 1) {
        options.m_text = u"unexpected argument: "_s + parser.positionalArguments().at(1);
    } else if (parser.isSet(profile) && !name.match(options.profile).hasMatch()) {
        options.m_text = u"--profile takes up to 40 letters, digits, _ and -"_s;
    } else if (parser.isSet(tour) && options.tourFolder.isEmpty()) {
        options.m_text = u"--tour wants a folder"_s;
    } else if (!options.theme.isEmpty() && !QStringList{u"light"_s, u"dark"_s, u"system"_s}.contains(options.theme)) {
        options.m_text = u"--theme is light, dark or system"_s;
    }
    if (options.m_text.isEmpty() && !parser.positionalArguments().isEmpty()) options.takeInvite(parser.positionalArguments().constFirst());
    options.m_wrong = !options.m_text.isEmpty();
    if (options.m_wrong) return options;
    if (parser.isSet(help)) options.m_text = parser.helpText();
    if (parser.isSet(version)) options.m_text = u"tandem %1"_s.arg(QCoreApplication::applicationVersion());
    return options;
}

void DesktopOptions::takeInvite(const QString &argument)
{
    const auto read = OpenedThings::inviteAt(argument);
    if (read) invite = *read;
    else m_text = read.error().code == ErrorCode::Io ? u"unexpected argument: "_s + argument : read.error().text;
}

int DesktopOptions::answer() const
{
    std::fprintf(m_wrong ? stderr : stdout, "%s%s\n", m_wrong ? "tandem: " : "", qUtf8Printable(m_text));
    return m_wrong ? 2 : 0;
}

} // namespace Tandem
