#pragma once

#include "core/domain/number.h"
#include "ui/ui_context.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class ThemedIcon;
class ThemedLabel;

/// One or two sentences above the timeline while the number of the open conversation does not simply work.
class NumberBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit NumberBanner(UiContext &context, QWidget *parent = nullptr);

    void set(const Number *number, qint64 queued); ///< hides itself when there is nothing to say

Q_SIGNALS:
    void linkRequested();
    void numbersRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    UiContext &m_context;
    std::optional<Number> m_number;
    qint64 m_queued = 0;
    bool m_severe = false;
    ThemedIcon *m_icon;
    ThemedLabel *m_text;
    QPushButton *m_action;
};

} // namespace Tandem
