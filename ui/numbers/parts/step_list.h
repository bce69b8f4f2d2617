#pragma once

#include "ui/theme/widgets.h"

#include <QList>
#include <QStringList>

namespace Tandem {

/// A column of numbered steps: done ones ticked, the present one strong, later ones muted; one may have failed.
class StepList final : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(Theme &theme, QWidget *parent = nullptr);
    void setTitles(const QStringList &titles);
    void setCurrent(int step, bool failed = false);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QStringList m_titles;
    int m_current = 0;
    bool m_failed = false;
};

/// Lines that are ticked one after the other while something happens.
class TickList final : public QWidget
{
    Q_OBJECT
public:
    explicit TickList(Theme &theme, QWidget *parent = nullptr);
    void setTitles(const QStringList &titles);
    void setDone(int count, bool working = true); ///< the first `count` are done, the next is being done

private:
    Theme &m_theme;
    QList<ThemedIcon *> m_icons;
    QList<ThemedLabel *> m_labels;
    int m_done = 0;
    bool m_working = true;
};

} // namespace Tandem
