#pragma once

#include "ui/format/canned_text.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

class QPushButton;
class QVBoxLayout;

namespace Tandem {

class Theme;
class ThemedLabel;

/// Asks what only the person knows before a canned reply goes in. By keyboard: Enter goes on and inserts, Escape leaves.
class CannedPrompt final : public QWidget
{
    Q_OBJECT
public:
    CannedPrompt(Theme &theme, QWidget *parent);

    void ask(const QString &title, const QList<CannedQuestion> &questions);

Q_SIGNALS:
    void answered(const QHash<QString, QString> &answers);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void goOn(int field);
    void update();

    Theme &m_theme;
    ThemedLabel *m_title;
    QWidget *m_fields = nullptr;
    QVBoxLayout *m_column;
    QList<QLineEdit *> m_edits;
    QStringList m_keys;
    QPushButton *m_insert;
    QPushButton *m_cancel = nullptr;
};

} // namespace Tandem
