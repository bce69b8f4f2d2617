#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

class ServerWatch;
class ThemedIcon;
class ThemedLabel;

/// Over the whole window while the team's server is away: what still works, and how much waits.
class AwayBanner final : public QWidget
{
    Q_OBJECT
public:
    AwayBanner(Theme &theme, ServerWatch &watch, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Theme &m_theme;
    ServerWatch &m_watch;
    ThemedLabel *m_words;
    ThemedLabel *m_kept;
};

} // namespace Tandem
