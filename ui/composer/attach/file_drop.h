#pragma once

#include <QMimeData>
#include <QWidget>

namespace Tandem {

class Theme;

/// Takes files dropped anywhere on a pane, and says so while they hang above it.
class FileDrop final : public QWidget
{
    Q_OBJECT
public:
    FileDrop(const Theme &theme, QWidget *pane);

    void setAccepting(bool accepting) { m_accepting = accepting; }

Q_SIGNALS:
    void dropped(const QMimeData *data); ///< valid during the call only

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_accepting = false;
};

} // namespace Tandem
