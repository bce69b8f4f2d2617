#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

class ElidedLabel;
class IconButton;
class ThemedIcon;

/// One line of the contact panel: icon, value, and a button that copies it.
class FactRow final : public QWidget
{
    Q_OBJECT
public:
    /// `copy` is what the button puts on the clipboard; empty: no button.
    FactRow(Theme &theme, const QString &icon, const QString &value, const QString &help, const QString &copy, QWidget *parent = nullptr);

Q_SIGNALS:
    void copied();
};

} // namespace Tandem
