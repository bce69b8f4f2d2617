#pragma once

#include <QString>
#include <QStringList>

namespace Tandem {

class UserSettings;

/// What the person used lately and which skin tone they chose, kept in their preferences. GUI thread.
class EmojiMemory
{
public:
    static constexpr int MostRecent = 27; ///< three rows of the picker

    explicit EmojiMemory(UserSettings &settings) : m_settings(settings) {}

    [[nodiscard]] QStringList recent() const; ///< newest first; a few common ones before the first use
    void used(const QString &emoji);
    [[nodiscard]] int tone() const; ///< 0 none, 1–5
    void setTone(int tone);

private:
    UserSettings &m_settings;
};

} // namespace Tandem
