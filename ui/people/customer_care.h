#pragma once

#include "core/domain/contact.h"
#include "core/domain/conversation.h"
#include "ui/theme/widgets.h"

class QPushButton;

namespace Tandem {

class Clock;

/// The foot of the contact panel: block, unblock, take apart what was merged by hand.
class CustomerCare final : public QWidget
{
    Q_OBJECT
public:
    CustomerCare(Theme &theme, const Clock &clock, QWidget *parent = nullptr);
    void set(const ConversationRow &row, const Contact &contact);
    void retranslate();

Q_SIGNALS:
    void blockRequested(); ///< to be confirmed first
    void unblockRequested();
    void takeApartRequested();

private:
    Theme &m_theme;
    const Clock &m_clock;
    ConversationRow m_row;
    Contact m_contact;
    Card *m_blocked = nullptr;
    ThemedLabel *m_blockedWords = nullptr;
    QPushButton *m_unblock = nullptr;
    QPushButton *m_block = nullptr;
    ThemedLabel *m_why = nullptr;
    QPushButton *m_apart = nullptr;
};

} // namespace Tandem
