#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace Tandem {

/// The language of the whole program, switched live: installing a translator sends QEvent::LanguageChange to every widget.
class LanguageSwitch final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~LanguageSwitch() override;
    /// "" the system's, "en", "zh_CN"; unknown ones fall back to English.
    void use(const QString &code);
    [[nodiscard]] const QString &current() const { return m_current; }

private:
    QTranslator m_own;
    QTranslator m_qt; ///< Qt's own texts (context menus)
    QString m_current;
};

} // namespace Tandem
