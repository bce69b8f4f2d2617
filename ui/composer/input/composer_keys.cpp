#include "ui/composer/input/composer_keys.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Tandem::ComposerKeys {
namespace {

constexpr Key All[]{Key::Bold, Key::Italic, Key::Strike, Key::Code, Key::Emoji, Key::Attach, Key::Template, Key::Record, Key::SendLater};

} // namespace

QKeySequence sequence(Key key)
{
    switch (key) {
    case Key::Bold: return Qt::CTRL | Qt::Key_B;
    case Key::Italic: return Qt::CTRL | Qt::Key_I;
    case Key::Strike: return Qt::CTRL | Qt::SHIFT | Qt::Key_X;
    case Key::Code: return Qt::CTRL | Qt::SHIFT | Qt::Key_C;
    case Key::Emoji: return Qt::CTRL | Qt::Key_E;
    case Key::Attach: return Qt::CTRL | Qt::Key_O;
    case Key::Template: return Qt::CTRL | Qt::Key_T;
    case Key::Record: return Qt::CTRL | Qt::SHIFT | Qt::Key_R;
    case Key::SendLater: break;
    }
    return Qt::CTRL | Qt::SHIFT | Qt::Key_Return;
}

QString cap(const QKeySequence &sequence)
{
    // Keyboards of today call the key Enter.
    return sequence.toString(QKeySequence::NativeText).replace("Return"_L1, "Enter"_L1);
}

QString cap(Key key) { return cap(sequence(key)); }

std::optional<Key> of(const QKeyEvent &event)
{
    const int code = event.key() == Qt::Key_Enter ? int(Qt::Key_Return) : event.key();
    const QKeySequence pressed(QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(code)));
    for (const auto key : All) {
        if (sequence(key) == pressed) return key;
    }
    return std::nullopt;
}

} // namespace Tandem::ComposerKeys
