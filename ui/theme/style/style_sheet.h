#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QTemporaryDir>

namespace Tandem {

/// Fills in the style sheet of resources/theme: "@accent" by a colour, "@icon(check,onAccent)" by a picture of that
/// icon in that colour, 24 pixels wide unless a third value says otherwise. Style sheets only take pictures from files, so they are written to a folder of our own.
class StyleSheet
{
public:
    [[nodiscard]] QString text(const Theme &theme);

private:
    [[nodiscard]] QString picture(const QString &name, const QColor &color, const QString &side);

    QTemporaryDir m_folder;
};

} // namespace Tandem
