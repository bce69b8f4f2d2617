#include "ui/composer/emoji/emoji_memory.h"

#include "core/settings/user_settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

QStringList EmojiMemory::recent() const
{
    const auto stored = m_settings.text(UserSettings::Key::RecentEmoji).split(u' ', Qt::SkipEmptyParts);
    return stored.isEmpty() ? u"👍 🙏 😊 🎉 ✅ 📦 🚚 ❤️ 👋"_s.split(u' ') : stored.mid(0, MostRecent);
}

void EmojiMemory::used(const QString &emoji)
{
    auto list = recent();
    list.removeAll(emoji);
    list.prepend(emoji);
    m_settings.setValue(UserSettings::Key::RecentEmoji, list.mid(0, MostRecent).join(u' '));
}

int EmojiMemory::tone() const
{
    return std::clamp(m_settings.value(UserSettings::Key::EmojiTone).toInt(), 0, 5);
}

void EmojiMemory::setTone(int tone) { m_settings.setValue(UserSettings::Key::EmojiTone, std::clamp(tone, 0, 5)); }

} // namespace Tandem
