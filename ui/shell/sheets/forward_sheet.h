#pragma once

#include "core/domain/message.h"
#include "ui/shell/sheets/sheet.h"
#include "ui/ui_context.h"

#include <functional>

class QLineEdit;
class QListView;
class QPushButton;

namespace Tandem {

class Forwarder;
class NumberList;
class PickModel;

/// To whom messages are sent on: search, tick, forward.
class ForwardSheet final : public Sheet
{
    Q_OBJECT
public:
    ForwardSheet(UiContext &context, NumberList &numbers, QWidget *window);
    void forward(const QList<Message> &messages);

Q_SIGNALS:
    void said(const QString &words);
    void askFirst(const QString &question, const QString &words, const std::function<void()> &yes);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showChosen();
    void go();

    Forwarder *m_forwarder;
    PickModel *m_model;
    QList<Message> m_messages;
    ThemedLabel *m_what = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    ThemedLabel *m_to = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace Tandem
