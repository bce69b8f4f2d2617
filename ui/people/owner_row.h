#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace Tandem {

/// Whose customer this is among colleagues, for the rule "to the customer's owner"; chosen here. Hidden on a single desk.
class OwnerRow final : public QWidget
{
    Q_OBJECT
public:
    explicit OwnerRow(UiContext &context, QWidget *parent = nullptr);
    void set(ContactId contact, std::optional<AgentId> owner);

Q_SIGNALS:
    void done(const QString &words, const std::function<void()> &undo);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showMenu();
    void choose(std::optional<AgentId> agent);
    void write(ContactId contact, std::optional<AgentId> agent, std::function<void()> then);

    UiContext &m_context;
    QPushButton *m_button;
    ContactId m_contact;
    std::optional<AgentId> m_owner;
};

} // namespace Tandem
