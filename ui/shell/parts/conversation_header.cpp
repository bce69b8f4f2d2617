#include "ui/shell/parts/conversation_header.h"

#include "core/base/clock.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/team/panel/header_tools.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int tickMs = 10'000;
constexpr int roomForWords = 660; ///< px of header below which only the time that is left is said

} // namespace

ConversationHeader::ConversationHeader(UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_title(new ElidedLabel(this)),
      m_badge(new ThemedIcon(context.theme, u"badge"_s, 16, Theme::Color::Accent, this)), m_via(new ElidedLabel(this)),
      m_window(new Pill(context.theme, this)), m_close(new QPushButton(this)), m_panel(new IconButton(context.theme, u"panel-right"_s, this))
{
    setObjectName(u"header"_s);
    setFixedHeight(Theme::HeaderHeight);
    m_title->setObjectName(u"header.title"_s);
    m_window->setObjectName(u"header.window"_s);
    m_close->setObjectName(u"header.close"_s);
    m_panel->setObjectName(u"header.panel"_s);
    m_title->setFont(context.theme.font(Theme::Text::Heading));
    m_via->setForegroundRole(QPalette::PlaceholderText);
    m_panel->setCheckable(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setProperty("role", u"compact"_s);
    auto *via = new QHBoxLayout;
    via->setSpacing(Theme::Grid);
    via->addWidget(m_badge);
    via->addWidget(m_via, 1);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(m_title);
    names->addLayout(via);
    names->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(5 * Theme::Grid, 0, 3 * Theme::Grid, 0);
    layout->setSpacing(2 * Theme::Grid);
    layout->addLayout(names, 1);
    layout->addWidget(m_window);
    if (context.team) {
        m_tools = new HeaderTools(context, *context.team, this);
        layout->addWidget(m_tools);
    }
    layout->addSpacing(Theme::Grid);
    layout->addWidget(m_close);
    layout->addWidget(m_panel);
    connect(m_close, &QPushButton::clicked, this, &ConversationHeader::closeRequested);
    connect(m_panel, &QAbstractButton::toggled, this, &ConversationHeader::panelToggled);
    connect(&m_tick, &QTimer::timeout, this, &ConversationHeader::showWindow);
    connect(&context.theme, &Theme::changed, this, &ConversationHeader::retranslate);
    m_tick.start(tickMs);
    retranslate();
}

void ConversationHeader::set(const ConversationRow &row, const Number *number)
{
    m_row = row;
    m_number = number ? std::optional(*number) : std::nullopt;
    if (m_tools) m_tools->set(row);
    retranslate();
}

void ConversationHeader::setPanelShown(bool shown)
{
    const QSignalBlocker quiet(m_panel);
    m_panel->setChecked(shown);
    retranslate();
}

void ConversationHeader::showWindow()
{
    using C = Theme::Color;
    using enum Format::WindowPhase;
    const auto now = m_context.clock.now();
    const auto phase = Format::windowPhase(m_row.windowExpiresAt, now);
    const auto whole = Format::windowText(m_row.windowExpiresAt, now);
    const bool running = phase == Open || phase == Closing;
    const auto text = running && width() < roomForWords ? Format::span(*m_row.windowExpiresAt - now) : whole;
    switch (phase) {
    case Open: m_window->set(text, C::Accent, C::AccentWash, u"clock"_s); break;
    case Closing: m_window->set(text, C::Warning, C::WarningWash, u"hourglass"_s); break;
    case Closed:
    case Never: m_window->set(text, C::Muted, C::Chip, u"lock"_s); break;
    }
    const auto help = m_row.windowExpiresAt ? tr("Free replies are possible for 24 hours after the customer’s last message, here until %1. "
                                                 "After that a template is needed; a reply typed on the phone stays possible.")
                                                  .arg(Format::dateAndTime(*m_row.windowExpiresAt))
                                            : tr("The reply window opens when the customer writes.");
    m_window->setToolTip(whole + u'\n' + help);
    m_window->setAccessibleName(whole);
}

void ConversationHeader::retranslate()
{
    m_title->setText(Format::identity(m_row.title));
    m_badge->setVisible(m_row.coexistence);
    m_badge->setToolTip(tr("%1 is also used in the WhatsApp Business app on a phone.").arg(m_number ? Format::phone(m_number->displayPhone) : tr("This number")));
    QStringList parts;
    if (m_number) parts.append(tr("via %1").arg(Format::numberName(*m_number)));
    if (m_row.coexistence) parts.append(tr("coexistence"));
    // The contact panel beside it says who this is.
    const auto who = Format::identity(m_row.identity);
    if (!m_panel->isChecked() && who != Format::identity(m_row.title)) parts.prepend(who);
    m_via->setText(parts.join(u" · "_s));
    const bool closed = m_row.state == ConversationState::Closed;
    m_close->setText(closed ? tr("Open again") : tr("Close"));
    m_close->setIcon(m_context.theme.icon(closed ? u"reopen"_s : u"check-circle"_s));
    m_close->setToolTip(closed ? tr("Open this conversation again (E)") : tr("Done with this conversation: close it and go on (E)"));
    m_panel->setHelp(tr("Contact"));
    showWindow();
    update();
}

void ConversationHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_context.theme.color(Theme::Color::Line));
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_tools) m_tools->setRoom(width());
    showWindow();
}

void ConversationHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace Tandem
