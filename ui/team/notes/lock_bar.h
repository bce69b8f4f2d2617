#pragma once

#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QWidget>

#include <functional>

class QPushButton;

namespace Tandem {

class ThemedLabel;

/// "Ana is answering": asked once before a second answer goes out.
class LockBar final : public QWidget
{
    Q_OBJECT
public:
    explicit LockBar(Theme &theme, QWidget *parent = nullptr);

    /// `goOn` sends after all; pressing Enter too fast does not count.
    void ask(const QString &name, std::function<void()> goOn);
    void dismiss();
    /// Send was pressed again while this is asked: true when that is a yes. Whoever presses too soon waits anew.
    [[nodiscard]] bool agreedByPressing();

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Theme &m_theme;
    ThemedLabel *m_words;
    QPushButton *m_yes;
    QPushButton *m_no;
    QString m_name;
    QElapsedTimer m_since;
    std::function<void()> m_goOn;
};

} // namespace Tandem
