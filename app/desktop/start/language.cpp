#include "app/desktop/start/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tandem {

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void LanguageSwitch::use(const QString &code)
{
    auto locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    if (locale.language() == QLocale::C) locale = QLocale(u"en"_s);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // English has a catalogue too: its plural forms.
    if (!m_own.load(locale, u"tandem"_s, u"_"_s, u":/i18n"_s) && !m_own.load(u":/i18n/tandem_en.qm"_s)) return;
    m_current = m_own.language();
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::installTranslator(&m_own);
}

} // namespace Tandem
