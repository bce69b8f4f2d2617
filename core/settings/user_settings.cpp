#include "core/settings/user_settings.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QVariant defaultOf(UserSettings::Key key)
{
    using Key = UserSettings::Key;
    switch (key) {
    case Key::Theme: return u"system"_s;
    case Key::SpellCheck:
    case Key::ContactPanel:
    case Key::SendWithEnter:
    case Key::Notifications:
    case Key::CloseToTray:
    case Key::NotificationText: return true;
    case Key::LastConversation: return qint64(0);
    case Key::UndoSendSeconds:
    case Key::EmojiTone: return 0;
    case Key::WindowGeometry:
    case Key::SplitterState: return QByteArray();
    case Key::SpellWords:
    case Key::RecentEmoji:
    case Key::KeptReplies:
    case Key::KeptDrafts:
    case Key::Language:
    case Key::AgentName: break;
    }
    return QString();
}

QString nameOf(UserSettings::Key key)
{
    return QString::fromLatin1(QMetaEnum::fromType<UserSettings::Key>().valueToKey(int(key)));
}

} // namespace

UserSettings::UserSettings(const QString &path, QObject *parent) : QObject(parent)
{
    if (!path.isEmpty()) m_file = std::make_unique<QSettings>(path, QSettings::IniFormat);
}

UserSettings::~UserSettings() = default;

QVariant UserSettings::value(Key key) const
{
    const auto fallback = defaultOf(key);
    auto stored = m_file ? m_file->value(nameOf(key), fallback) : m_values.value(int(key), fallback);
    // An INI file gives every scalar back as text.
    if (stored.metaType() != fallback.metaType()) stored.convert(fallback.metaType());
    return stored;
}

void UserSettings::setValue(Key key, const QVariant &value)
{
    if (this->value(key) == value) return;
    if (m_file) {
        m_file->setValue(nameOf(key), value);
    } else {
        m_values.insert(int(key), value);
    }
    Q_EMIT changed(key);
}

} // namespace Tandem
