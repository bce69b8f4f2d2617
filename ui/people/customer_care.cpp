#include "ui/people/customer_care.h"

#include "core/base/clock.h"
#include "ui/format/time_text.h"
#include "ui/models/customer_actions.h"

using namespace Qt::StringLiterals;

namespace Tandem {

CustomerCare::CustomerCare(Theme &theme, const Clock &clock, QWidget *parent) : QWidget(parent), m_theme(theme), m_clock(clock)
{
    const auto button = [this](const QString &name, const QString &role, QWidget *in) {
        auto *made = new QPushButton(in);
        made->setObjectName(name);
        made->setProperty("role", role);
        made->setCursor(Qt::PointingHandCursor);
        return made;
    };
    m_blocked = new Card(theme, this, Theme::Color::ErrorWash);
    m_blocked->setObjectName(u"contact.blocked"_s);
    auto *inside = new QVBoxLayout(m_blocked);
    inside->setContentsMargins(3 * Theme::Grid, 3 * Theme::Grid, 3 * Theme::Grid, 3 * Theme::Grid);
    inside->setSpacing(2 * Theme::Grid);
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * Theme::Grid);
    line->addWidget(new ThemedIcon(theme, u"ban"_s, 18, Theme::Color::Error, m_blocked), 0, Qt::AlignTop);
    m_blockedWords = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, m_blocked);
    m_blockedWords->setWordWrap(true);
    line->addWidget(m_blockedWords, 1);
    inside->addLayout(line);
    m_unblock = button(u"contact.unblock"_s, u"compact"_s, m_blocked);
    inside->addWidget(m_unblock, 0, Qt::AlignLeading);
    m_apart = button(u"contact.apart"_s, u"quiet"_s, this);
    m_block = button(u"contact.block"_s, u"quiet"_s, this);
    m_why = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_why->setObjectName(u"contact.block.why"_s);
    m_why->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Grid);
    layout->addWidget(m_blocked);
    layout->addWidget(m_apart, 0, Qt::AlignLeading);
    layout->addWidget(m_block, 0, Qt::AlignLeading);
    layout->addWidget(m_why);
    connect(m_block, &QPushButton::clicked, this, &CustomerCare::blockRequested);
    connect(m_unblock, &QPushButton::clicked, this, &CustomerCare::unblockRequested);
    connect(m_apart, &QPushButton::clicked, this, &CustomerCare::takeApartRequested);
    connect(&theme, &Theme::changed, this, &CustomerCare::retranslate);
    retranslate();
}

void CustomerCare::set(const ConversationRow &row, const Contact &contact)
{
    m_row = row;
    m_contact = contact;
    retranslate();
}

void CustomerCare::retranslate()
{
    m_blocked->setVisible(m_row.blocked);
    m_blockedWords->setText(m_contact.blockedAt ? tr("Blocked since %1. They can neither write to this number nor call it.").arg(Format::date(*m_contact.blockedAt))
                                                : tr("Blocked. They can neither write to this number nor call it."));
    m_unblock->setText(tr("Unblock"));
    const bool can = CustomerActions::canBlock(m_row, m_clock.now());
    m_block->setText(tr("Block…"));
    m_block->setIcon(m_theme.icon(u"ban"_s));
    m_block->setVisible(!m_row.blocked);
    m_block->setEnabled(can);
    m_why->setText(tr("WhatsApp lets a business block somebody only within 24 hours of their last message."));
    m_why->setVisible(!m_row.blocked && !can);
    m_apart->setText(tr("Take apart again"));
    m_apart->setIcon(m_theme.icon(u"unlink"_s));
    m_apart->setToolTip(tr("This contact was merged by hand from several."));
    m_apart->setVisible(m_contact.mergedByHand);
}

} // namespace Tandem
