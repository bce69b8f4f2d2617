#pragma once

#include "ui/theme/widgets.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QPushButton;

namespace Tandem {

/// A whole window for what keeps the program from going on: what happened, what it means, and the ways on.
class NoticeWindow final : public QWidget
{
    Q_OBJECT
public:
    struct WayOn
    {
        QString text;
        std::function<void()> act;
        bool primary = false;
    };
    struct Notice
    {
        QString icon = QStringLiteral("warning");
        Theme::Color color = Theme::Color::Error;
        QString title;
        QString text;
        QString detail; ///< small: a path, a code
        QList<WayOn> waysOn;
    };

    explicit NoticeWindow(Theme &theme, QWidget *parent = nullptr);
    void show(const Notice &notice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    ThemedIcon *m_icon = nullptr;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_text = nullptr;
    ThemedLabel *m_detail = nullptr;
    QWidget *m_buttons = nullptr;
};

} // namespace Tandem
