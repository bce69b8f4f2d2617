#include "ui/composer/composer.h"

#include "core/base/clock.h"
#include "core/coexistence/send_cost.h"
#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/composer/draft_keeper.h"
#include "ui/composer/emoji_popup.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/reply_input.h"
#include "ui/theme/icon_button.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QTextCursor>
#include <QUuid>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {

Composer::Composer(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context), m_drafts(new DraftKeeper(context.store.conversations(), this))
{
    setObjectName(u"composer"_s);
    buildWriting();
    buildClosed();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Grid * 4, Theme::Grid * 3, Theme::Grid * 4, Theme::Grid * 3);
    layout->setSpacing(0);
    layout->addWidget(m_writing);
    layout->addWidget(m_closed);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_clockTimer.setInterval(10s);
    connect(&m_clockTimer, &QTimer::timeout, this, &Composer::updateGate);
    m_clockTimer.start();
    connect(&context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (!changes.numbers.isEmpty()) loadNumbers();
    });
    connect(&context.settings, &UserSettings::changed, this, [this](UserSettings::Key key) {
        if (key == UserSettings::Key::SendWithEnter) retranslate();
    });
    connect(&context.theme, &Theme::changed, this, &Composer::retheme);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &Composer::flush);
    retranslate();
    retheme();
    loadNumbers();
    clear();
}

Composer::~Composer() = default;

void Composer::buildWriting()
{
    m_writing = new QWidget(this);
    m_quoteBar = new QuoteBar(m_context.theme, m_writing);
    m_error = new QLabel(m_writing);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setObjectName(u"composer.error"_s);
    m_error->hide();
    m_input = new ReplyInput(m_writing);
    m_input->setObjectName(u"composer.edit"_s);
    m_emoji = new IconButton(m_context.theme, u"smile"_s, m_writing);
    m_counter = new QLabel(m_writing);
    m_counter->setTextFormat(Qt::PlainText);
    m_hint = new QLabel(m_writing);
    m_hint->setTextFormat(Qt::PlainText);
    m_send = new QPushButton(m_writing);
    m_send->setObjectName(u"composer.send"_s);
    m_send->setProperty("role", u"primary"_s);
    m_send->setDefault(false);

    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Grid * 3);
    row->addWidget(m_emoji);
    row->addWidget(m_counter);
    row->addStretch(1);
    row->addWidget(m_hint);
    row->addWidget(m_send);
    auto *column = new QVBoxLayout(m_writing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid * 2);
    column->addWidget(m_error);
    column->addWidget(m_quoteBar);
    column->addWidget(m_input);
    column->addLayout(row);

    connect(m_input, &QPlainTextEdit::textChanged, this, &Composer::onTextChanged);
    connect(m_input, &ReplyInput::sendPressed, this, &Composer::send);
    connect(m_input, &ReplyInput::quoteDropped, this, &Composer::dropQuote);
    connect(m_quoteBar, &QuoteBar::closed, this, &Composer::dropQuote);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_emoji, &QAbstractButton::clicked, this, &Composer::openEmoji);
}

void Composer::buildClosed()
{
    m_closed = new QWidget(this);
    m_closed->setObjectName(u"composer.closed"_s);
    m_closedIcon = new QLabel(m_closed);
    m_closedTitle = new QLabel(m_closed);
    m_closedText = new QLabel(m_closed);
    m_closedDraft = new QLabel(m_closed);
    for (auto *label : {m_closedTitle, m_closedText, m_closedDraft}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_closedDraft->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *words = new QVBoxLayout;
    words->setSpacing(Theme::Grid / 2);
    words->addWidget(m_closedTitle);
    words->addWidget(m_closedText);
    words->addWidget(m_closedDraft);
    auto *row = new QHBoxLayout(m_closed);
    row->setContentsMargins(Theme::Grid * 2, Theme::Grid * 2, Theme::Grid * 2, Theme::Grid * 2);
    row->setSpacing(Theme::Grid * 4);
    row->addWidget(m_closedIcon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void Composer::retheme()
{
    const auto &theme = m_context.theme;
    const auto ink = [](QLabel *label, const QColor &color) {
        auto palette = label->palette();
        palette.setColor(QPalette::WindowText, color);
        label->setPalette(palette);
    };
    m_input->setFont(theme.font(Theme::Text::Body));
    for (auto *label : {m_hint, m_counter}) {
        label->setFont(theme.font(Theme::Text::Small));
        ink(label, theme.color(Theme::Color::Muted));
    }
    ink(m_error, theme.color(Theme::Color::Error));
    m_closedTitle->setFont(theme.font(Theme::Text::BodyStrong));
    ink(m_closedTitle, theme.color(Theme::Color::Text));
    ink(m_closedText, theme.color(Theme::Color::Muted));
    ink(m_closedDraft, theme.color(Theme::Color::Text));
    updateGate();
    updateButtons();
    update();
}

void Composer::retranslate()
{
    const bool enter = m_context.settings.flag(UserSettings::Key::SendWithEnter);
    m_input->setSendWithEnter(enter);
    m_input->setPlaceholderText(tr("Write a reply"));
    m_input->setAccessibleName(tr("Reply"));
    m_send->setText(tr("Send"));
    m_send->setToolTip(enter ? tr("Send (Enter). Shift+Enter starts a new line.") : tr("Send (Ctrl+Enter)"));
    m_emoji->setHelp(tr("Emoji"));
    updateGate();
    updateButtons();
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), m_context.theme.color(Theme::Color::Line));
}

void Composer::loadNumbers()
{
    onFinished(this, m_context.store.numbers().all(), [this, generation = ++m_numbersGeneration](const Result<QList<Number>> &numbers) {
        if (generation != m_numbersGeneration || !numbers) return;
        m_numbers.clear();
        for (const auto &number : *numbers) m_numbers.insert(number.id, number);
        updateGate();
    });
}

std::optional<Number> Composer::number() const
{
    const auto found = m_numbers.constFind(m_row.numberId);
    return found == m_numbers.cend() ? std::nullopt : std::optional(*found);
}

void Composer::setConversation(const ConversationRow &row)
{
    const bool same = row.id == m_row.id;
    if (!same) flush();
    m_row = row;
    if (!same) {
        m_loading = true;
        m_input->setPlainText(m_drafts->text(row.id, row.draft));
        m_input->moveCursor(QTextCursor::End);
        m_loading = false;
        showError({});
        showQuote();
    }
    setVisible(row.id.isValid());
    updateGate();
    updateButtons();
}

void Composer::clear()
{
    flush();
    m_row = {};
    m_loading = true;
    m_input->clear();
    m_loading = false;
    hide();
}

void Composer::setReplyTo(const Message &message)
{
    // A quote belongs to its own conversation, whatever is shown by now.
    if (message.wamid.isEmpty()) return;
    m_quotes.insert(message.conversationId, message);
    if (message.conversationId != m_row.id) return;
    showQuote();
    focusInput();
}

void Composer::focusInput()
{
    if (m_gate.isOpen()) m_input->setFocus(Qt::OtherFocusReason);
}

void Composer::flush() { m_drafts->flush(); }

void Composer::updateGate()
{
    if (!m_row.id) return;
    m_gate = ComposerGate::of(m_row, number(), m_context.clock.now());
    m_writing->setVisible(m_gate.isOpen());
    m_closed->setVisible(!m_gate.isOpen());
    SendCost::Send cost;
    cost.at = m_context.clock.now();
    m_hint->setText(SendCost::of(cost).hint());
    if (m_gate.isOpen()) return;
    const bool waits = m_gate.state == ComposerGate::State::WindowClosed || m_gate.state == ComposerGate::State::NeverOpened;
    const auto color = m_context.theme.color(waits ? Theme::Color::Muted : Theme::Color::Warning);
    m_closedIcon->setPixmap(m_context.theme.pixmap(waits ? u"hourglass"_s : u"warning"_s, 24, color, devicePixelRatioF()));
    m_closedTitle->setText(m_gate.title);
    m_closedText->setText(m_gate.text);
    const auto draft = m_input->toPlainText().simplified();
    m_closedDraft->setText(draft.isEmpty() ? QString() : tr("Your draft is kept: %1").arg(draft.left(300)));
    m_closedDraft->setVisible(!draft.isEmpty());
}

void Composer::updateButtons()
{
    const auto length = m_input->toPlainText().size();
    const bool empty = m_input->toPlainText().trimmed().isEmpty();
    m_send->setEnabled(m_row.id.isValid() && !empty && length <= LongestText);
    m_counter->setVisible(length >= CountFrom);
    if (length < CountFrom) return;
    m_counter->setText(tr("%1 of %2").arg(QLocale().toString(length), QLocale().toString(LongestText)));
    auto palette = m_counter->palette();
    palette.setColor(QPalette::WindowText, m_context.theme.color(length > LongestText ? Theme::Color::Error : Theme::Color::Muted));
    m_counter->setPalette(palette);
}

void Composer::onTextChanged()
{
    updateButtons();
    if (m_loading) return;
    showError({});
    m_drafts->edit(m_row.id, m_input->toPlainText());
}

void Composer::showQuote()
{
    const auto quote = m_quotes.constFind(m_row.id);
    m_input->setQuoting(quote != m_quotes.cend());
    if (quote == m_quotes.cend()) {
        m_quoteBar->hide();
    } else {
        m_quoteBar->show(*quote, m_row.title);
    }
}

void Composer::dropQuote()
{
    m_quotes.remove(m_row.id);
    showQuote();
    focusInput();
}

void Composer::showError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void Composer::openEmoji()
{
    auto *popup = new EmojiPopup(m_context.theme, this);
    connect(popup, &EmojiPopup::chosen, m_input, [this](const QString &emoji) {
        m_input->insertPlainText(emoji);
        m_input->setFocus();
    });
    popup->popUp(m_emoji->mapToGlobal(QPoint(0, -Theme::Grid)));
}

QString Composer::agentName() const
{
    const auto name = m_context.settings.text(UserSettings::Key::AgentName).trimmed();
    // An empty author means "another program" to the store; a person never is one.
    return name.isEmpty() ? tr("Agent", "signature of replies while no name is set") : name;
}

void Composer::send()
{
    const auto text = m_input->toPlainText().trimmed();
    if (!m_row.id || text.isEmpty() || text.size() > LongestText || m_input->isComposing()) return;
    updateGate();
    if (!m_gate.isOpen()) return;
    Outgoing outgoing{m_row, text, {}, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    if (const auto quote = m_quotes.constFind(m_row.id); quote != m_quotes.cend()) outgoing.quote = *quote;
    // The field is empty from here on, so a second press has nothing to send.
    m_drafts->sending(m_row.id);
    m_quotes.remove(m_row.id);
    m_loading = true;
    m_input->clear();
    m_loading = false;
    showQuote();
    showError({});
    onFinished(this, m_context.store.conversations().contact(m_row.contactId), [this, outgoing](const Result<Contact> &contact) {
        if (contact) {
            enqueue(outgoing, *contact);
        } else {
            giveBack(outgoing, contact.error().text);
        }
    });
}

void Composer::enqueue(const Outgoing &outgoing, const Contact &contact)
{
    OutboxItem item;
    item.clientId = outgoing.clientId;
    item.numberId = outgoing.row.numberId;
    item.phoneNumberId = m_numbers.value(outgoing.row.numberId).phoneNumberId;
    item.conversationId = outgoing.row.id;
    const auto &identity = outgoing.row.identity;
    const auto phone = identity.startsWith(u'+') ? identity.mid(1) : QString();
    item.toPhone = contact.phones.contains(phone) ? phone : contact.phones.value(0);
    if (item.toPhone.isEmpty()) item.toBsuid = contact.bsuids.value(0);
    item.type = u"text"_s;
    item.text = outgoing.text;
    if (outgoing.quote) item.replyToWamid = outgoing.quote->wamid;
    item.content = {{u"body"_s, outgoing.text}, {u"preview_url"_s, false}};
    item.priority = SendPriority::Agent;
    item.queuedAt = m_context.clock.now();
    if (item.toPhone.isEmpty() && item.toBsuid.isEmpty()) {
        giveBack(outgoing, tr("WhatsApp has given no address for this customer yet. Reply on the phone."));
        return;
    }
    onFinished(this, m_context.store.outbox().enqueue(item, agentName()), [this, outgoing](const Result<OutboxId> &queued) {
        if (!queued) {
            giveBack(outgoing, queued.error().text);
            return;
        }
        m_drafts->sent(outgoing.row.id);
        Q_EMIT sent(outgoing.row.id);
    });
}

void Composer::giveBack(const Outgoing &outgoing, const QString &why)
{
    const auto id = outgoing.row.id;
    const auto whole = m_drafts->notSent(id, outgoing.text);
    if (outgoing.quote && !m_quotes.contains(id)) m_quotes.insert(id, *outgoing.quote);
    const auto words = why.isEmpty() ? tr("Not sent. The text is kept.") : tr("Not sent: %1 The text is kept.").arg(why.back().isPunct() ? why : why + u'.');
    if (id != m_row.id) {
        Q_EMIT problem(tr("To %1: %2").arg(outgoing.row.title, words));
        return;
    }
    m_loading = true;
    m_input->setPlainText(whole);
    m_input->moveCursor(QTextCursor::End);
    m_loading = false;
    showQuote();
    updateGate();
    showError(words);
    focusInput();
}

} // namespace Tandem
