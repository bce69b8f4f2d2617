#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace Tandem::Test {

/// British English, or the language of the catalogue that TANDEM_CATALOGUE names. False when that can't be read.
inline bool speak(QTranslator &translator)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto catalogue = qEnvironmentVariable("TANDEM_CATALOGUE");
    if (catalogue.isEmpty()) return true;
    if (!translator.load(catalogue)) return false;
    QLocale::setDefault(QLocale(translator.language()));
    return QCoreApplication::installTranslator(&translator);
}

} // namespace Tandem::Test
