#pragma once

#include "ui/theme/widgets.h"

#include <QList>
#include <QPair>

class QGridLayout;

namespace Tandem {

/// Commands and their keys, in two columns; what has no key is the heading of those that follow.
class KeyboardSection final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyboardSection(Theme &theme, QWidget *parent = nullptr);
    void setShortcuts(const QList<QPair<QString, QString>> &shortcuts);

protected:
    void changeEvent(QEvent *event) override;

private:
    Theme &m_theme;
    ThemedLabel *m_title = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace Tandem
