#include "ui/shell/pane_keys.h"

#include "core/settings/user_settings.h"
#include "ui/composer/input/composer_keys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::PaneKeys)
};

using ComposerKeys::cap;
using Group = WindowCommand::Group;
using Name = QString (*)();

void addMessages(std::vector<KeyHint> &hints)
{
    const auto add = [&](Name name, const QList<QKeySequence> &keys) {
        QStringList caps;
        for (const auto &one : keys) caps.append(cap(one));
        hints.push_back({Group::Messages, name, [caps] { return caps; }});
    };
    add([] { return Words::tr("Choose a message"); }, {Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down});
    add([] { return Words::tr("Press its first button"); }, {Qt::Key_Space});
    add([] { return Words::tr("Reply, forward, react, …"); }, {Qt::Key_Return});
    add([] { return Words::tr("Copy its text"); }, {QKeySequence(QKeySequence::Copy)});
    add([] { return Words::tr("Back to where you were"); }, {Qt::ALT | Qt::Key_Left});
    add([] { return Words::tr("To the newest message"); }, {Qt::Key_End});
}

void addSending(std::vector<KeyHint> &hints, UserSettings &settings)
{
    const auto add = [&](Name name, QKeySequence byEnter, QKeySequence byControl) {
        hints.push_back({Group::Writing, name, [&settings, byEnter, byControl] {
            return QStringList{cap(settings.flag(UserSettings::Key::SendWithEnter) ? byEnter : byControl)};
        }});
    };
    add([] { return Words::tr("Send"); }, Qt::Key_Return, Qt::CTRL | Qt::Key_Return);
    add([] { return Words::tr("New line"); }, Qt::SHIFT | Qt::Key_Return, Qt::Key_Return);
}

void addWriting(std::vector<KeyHint> &hints)
{
    const auto add = [&](Name name, const QString &cap) { hints.push_back({Group::Writing, name, [cap] { return QStringList{cap}; }}); };
    using enum ComposerKeys::Key;
    add([] { return Words::tr("Send later"); }, ComposerKeys::cap(SendLater));
    add([] { return Words::tr("Take the last message back"); }, cap(QKeySequence(QKeySequence::Undo)));
    add([] { return Words::tr("Bold"); }, ComposerKeys::cap(Bold));
    add([] { return Words::tr("Italic"); }, ComposerKeys::cap(Italic));
    add([] { return Words::tr("Strikethrough"); }, ComposerKeys::cap(Strike));
    add([] { return Words::tr("Code"); }, ComposerKeys::cap(Code));
    add([] { return Words::tr("Emoji"); }, ComposerKeys::cap(Emoji));
    add([] { return Words::tr("Canned reply"); }, u"/"_s);
    add([] { return Words::tr("Attach files"); }, ComposerKeys::cap(Attach));
    add([] { return Words::tr("Paste a picture or file"); }, cap(QKeySequence(QKeySequence::Paste)));
    add([] { return Words::tr("Record a voice message"); }, ComposerKeys::cap(Record));
    add([] { return Words::tr("Template"); }, ComposerKeys::cap(Template));
    add([] { return Words::tr("Drop the quote"); }, cap(Qt::Key_Escape));
    add([] { return Words::tr("In a note: name a colleague"); }, u"@"_s);
    add([] { return Words::tr("From a note back to the reply"); }, cap(Qt::Key_Escape));
}

} // namespace

std::vector<KeyHint> paneKeys(UiContext &context)
{
    std::vector<KeyHint> hints;
    addMessages(hints);
    addSending(hints, context.settings);
    addWriting(hints);
    return hints;
}

} // namespace Tandem
