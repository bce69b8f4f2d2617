#pragma once

#include <QWidget>

namespace Tandem {

class ElidedLabel;
class IconButton;
class Theme;
struct Message;

/// The message one is answering, above the text field, with a way out.
class QuoteBar final : public QWidget
{
    Q_OBJECT
public:
    explicit QuoteBar(const Theme &theme, QWidget *parent = nullptr);

    void show(const Message &message, const QString &customerName);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    ElidedLabel *m_author;
    ElidedLabel *m_text;
    IconButton *m_close;
};

} // namespace Tandem
