#pragma once

#include "ui/theme/widgets.h"

#include <QString>

namespace Tandem {

/// A step of the link window: its widget and what the buttons below it say. Pages know no store and no gateway.
class LinkPage : public QWidget
{
    Q_OBJECT
public:
    LinkPage(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { }
    [[nodiscard]] virtual QString primaryText() const = 0; ///< empty: no primary button
    [[nodiscard]] virtual bool primaryEnabled() const { return true; }
    virtual void retranslate() = 0;

Q_SIGNALS:
    void primaryChanged();

protected:
    Theme &m_theme;
};

} // namespace Tandem
