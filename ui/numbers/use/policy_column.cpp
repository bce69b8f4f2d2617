#include "ui/numbers/use/policy_column.h"

#include "ui/numbers/parts/fact_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Tandem {

PolicyColumn::PolicyColumn(Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Grid);
    m_facts = new FactList(theme, this);
    m_receipts = new QComboBox(this);
    m_receipts->setObjectName(u"number.receipts"_s);
    m_typing = new QCheckBox(this);
    m_typing->setObjectName(u"number.typing"_s);
    // Scrolling the page must not change a choice in passing.
    m_receipts->setFocusPolicy(Qt::StrongFocus);
    m_receiptsRow = m_facts->addRow(m_receipts);
    m_typingRow = m_facts->addRow(m_typing);
    m_note = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_note->setObjectName(u"number.policy.note"_s);
    m_note->setWordWrap(true);
    layout->addWidget(m_facts);
    layout->addWidget(m_note);
    layout->addStretch(1);
    connect(m_receipts, &QComboBox::activated, this, &PolicyColumn::tell);
    connect(m_typing, &QCheckBox::clicked, this, [this](bool on) {
        m_typingWanted = on;
        tell();
    });
    retranslate();
}

void PolicyColumn::retranslate()
{
    m_facts->setHeading(tr("What customers see"));
    m_facts->setName(m_receiptsRow, tr("Blue ticks"), tr("When the customer sees that their message was read."));
    m_facts->setName(m_typingRow, tr("“typing…” while you write"));
    const auto current = m_receipts->currentData();
    const QSignalBlocker quiet(m_receipts);
    m_receipts->clear();
    m_receipts->addItem(tr("when opened here"), int(ReadReceipts::OnOpen));
    m_receipts->addItem(tr("when answered here"), int(ReadReceipts::OnReply));
    m_receipts->addItem(tr("never from here"), int(ReadReceipts::Never));
    m_receipts->setCurrentIndex(qMax(0, m_receipts->findData(current)));
    showNote();
}

void PolicyColumn::setNumber(const Number &number)
{
    const QSignalBlocker quiet(m_receipts);
    m_typingWanted = number.typingIndicator;
    m_receipts->setCurrentIndex(qMax(0, m_receipts->findData(int(number.readReceipts))));
    setEnabled(m_mayTune && (number.state == NumberState::Linked || number.state == NumberState::Suspended));
    showNote();
}

void PolicyColumn::setMayTune(bool may) { m_mayTune = may; }

void PolicyColumn::tell()
{
    showNote();
    Q_EMIT chosen(ReadReceipts(m_receipts->currentData().toInt()), m_typingWanted);
}

void PolicyColumn::showNote()
{
    // The platform's "typing" request marks the message as read as well, so it cannot be had without blue ticks.
    const bool never = m_receipts->currentData().toInt() == int(ReadReceipts::Never);
    m_typing->setEnabled(!never);
    m_typing->setChecked(m_typingWanted && !never);
    m_note->setText(never ? tr("Without blue ticks there is no “typing…” either: WhatsApp marks the message as read with it. What is read on the phone still shows.")
                          : tr("WhatsApp shows “typing…” for up to 25 seconds and marks the message as read with it."));
}

} // namespace Tandem
