#pragma once

#include <QKeySequence>
#include <QString>

#include <optional>

class QKeyEvent;

/// The composer's own keys, each once: for what obeys them, the tips that name them and the sheet of all keys.
namespace Tandem::ComposerKeys {

enum class Key { Bold, Italic, Strike, Code, Emoji, Attach, Template, Record, SendLater };

[[nodiscard]] QKeySequence sequence(Key key);
[[nodiscard]] QString cap(const QKeySequence &sequence); ///< as people know it: "Ctrl+E", "Enter"
[[nodiscard]] QString cap(Key key);
/// Which of them was pressed; the number pad counts like the other keys.
[[nodiscard]] std::optional<Key> of(const QKeyEvent &event);

} // namespace Tandem::ComposerKeys
