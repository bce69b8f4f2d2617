#include "ui/composer/composer.h"

#include "core/base/clock.h"
#include "core/coexistence/send_cost.h"
#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/composer/attach/attachment_tray.h"
#include "ui/composer/attach/file_drop.h"
#include "ui/composer/builders/builder_panel.h"
#include "ui/composer/canned/canned_assist.h"
#include "ui/composer/canned/canned_prompt.h"
#include "ui/composer/composer_tools.h"
#include "ui/composer/input/quote_bar.h"
#include "ui/composer/input/reply_input.h"
#include "ui/composer/send/sender.h"
#include "ui/composer/send/typing_signal.h"
#include "ui/composer/spell/spell_highlighter.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/composer/timing/pending_strip.h"
#include "ui/composer/voice/voice_bar.h"
#include "ui/format/message_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/widgets.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

/// The name a customer may be called by; a number or @name stands in its place in lists, but is none.
QString nameOf(const ConversationRow &row)
{
    const bool none = row.title == row.identity || row.title.startsWith(u'+') || row.title.startsWith(u'@');
    return none ? QString() : row.title;
}

} // namespace

Composer::Composer(UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_drafts(new DraftKeeper(context.store.drafts(), context.clock, this)),
      m_attachments(new Attachments(context.store.media(), this)), m_sender(new Sender(context.store, context.clock, this)),
      m_typing(new TypingSignal(context.store, context.clock, this)),
      m_spell(new SpellChecker(SpellChecker::systemDictionaries(context.settings), context.settings, this))
{
    setObjectName(u"composer"_s);
    m_drafts->spillInto(context.settings, context.store.place());
    connect(m_drafts, &DraftKeeper::joined, this, &Composer::showJoined);
    buildWriting();
    buildClosed();
    buildPages();
    connectWriting();
    connectTools();
    connectPages();
    connectContext();
    retranslate();
    retheme();
    loadNumbers();
    clear();
}

Composer::~Composer() = default;

void Composer::buildWriting()
{
    auto &theme = m_context.theme;
    m_writing = new QWidget(this);
    m_quoteBar = new QuoteBar(theme, m_writing);
    m_prompt = new CannedPrompt(theme, m_writing);
    m_tray = new AttachmentTray(theme, *m_attachments, m_writing);
    m_albumHint = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, m_writing);
    m_albumHint->setWordWrap(true);
    m_albumHint->hide();
    m_input = new ReplyInput(m_writing);
    m_input->setObjectName(u"composer.edit"_s);
    m_voice = new VoiceBar(theme, m_context.store.media(), m_writing);
    m_tools = new ComposerTools(theme, m_writing);
    m_waves = new SpellHighlighter(*m_spell, m_input);
    m_canned = new CannedAssist(theme, m_context.store.cannedReplies(), m_input, m_prompt, [this] {
        CannedFacts facts;
        facts.contactName = nameOf(m_row);
        facts.contactPhone = m_row.identity.startsWith(u'+') ? m_row.identity : QString();
        if (const auto mine = number()) facts.numberName = Format::numberName(*mine);
        const auto typed = m_context.settings.text(UserSettings::Key::AgentName);
        facts.agentName = m_context.team ? m_context.team->directory().signature(typed) : typed.trimmed();
        facts.now = QDateTime::fromMSecsSinceEpoch(toEpochMillis(m_context.clock.now()));
        return facts;
    }, this);
    auto *column = new QVBoxLayout(m_writing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid * 2);
    for (QWidget *part : {static_cast<QWidget *>(m_quoteBar), static_cast<QWidget *>(m_prompt), static_cast<QWidget *>(m_tray),
             static_cast<QWidget *>(m_albumHint), static_cast<QWidget *>(m_input), static_cast<QWidget *>(m_voice), static_cast<QWidget *>(m_tools)}) {
        column->addWidget(part);
    }
}

void Composer::buildClosed()
{
    auto &theme = m_context.theme;
    m_closed = new QWidget(this);
    m_closed->setObjectName(u"composer.closed"_s);
    m_closedIcon = new ThemedIcon(theme, u"warning"_s, 24, Theme::Color::Warning, m_closed);
    m_closedTitle = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, m_closed);
    m_closedText = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, m_closed);
    m_closedDraft = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, m_closed);
    for (auto *label : {m_closedTitle, m_closedText, m_closedDraft}) label->setWordWrap(true);
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

void Composer::buildPages()
{
    auto &theme = m_context.theme;
    m_pending = new PendingStrip(m_context, this);
    m_error = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Error, this);
    m_error->setWordWrap(true);
    m_error->setObjectName(u"composer.error"_s);
    m_error->setContentsMargins(0, 0, 0, Theme::Grid * 2);
    m_error->hide();
    m_templates = new TemplatePicker(m_context, this);
    m_builder = new BuilderPanel(theme, m_context.clock, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Grid * 4, Theme::Grid * 3, Theme::Grid * 4, Theme::Grid * 3);
    layout->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(m_pending), static_cast<QWidget *>(m_error), m_writing, m_closed,
             static_cast<QWidget *>(m_templates), static_cast<QWidget *>(m_builder)}) {
        layout->addWidget(part);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Composer::connectWriting()
{
    connect(m_input, &QPlainTextEdit::textChanged, this, &Composer::onTextChanged);
    connect(m_input, &ReplyInput::sendPressed, this, &Composer::send);
    connect(m_input, &ReplyInput::quoteDropped, this, &Composer::dropQuote);
    connect(m_input, &ReplyInput::mimeGiven, this, &Composer::takeMime);
    connect(m_input, &ReplyInput::undoOnEmpty, this, &Composer::undoSend);
    connect(m_input, &ReplyInput::menuAsked, m_waves, &SpellHighlighter::addToMenu);
    connect(m_quoteBar, &QuoteBar::closed, this, &Composer::dropQuote);
    connect(m_attachments, &Attachments::changed, this, [this](ConversationId id) {
        if (!m_loading) saveDraft(id);
        if (id == m_row.id) updateButtons();
    });
    connect(m_attachments, &Attachments::problem, this, &Composer::showError);
    connect(m_canned, &CannedAssist::attachmentsWanted, this, [this](const QList<OutboxMedia> &media) { m_attachments->addKept(m_row.id, media); });
    connect(m_sender, &Sender::queued, this, &Composer::queued);
    connect(m_sender, &Sender::refused, this, [this](const Outgoing &outgoing, const QString &why) {
        giveBack(outgoing, why.isEmpty() ? tr("Not sent. The text is kept.") : tr("Not sent: %1 The text is kept.").arg(why.back().isPunct() ? why : why + u'.'));
    });
}

void Composer::connectTools()
{
    connect(m_tools, &ComposerTools::emojiAsked, this, &Composer::openEmoji);
    connect(m_tools, &ComposerTools::attachAsked, this, &Composer::chooseFiles);
    connect(m_tools, &ComposerTools::recordAsked, this, &Composer::record);
    connect(m_tools, &ComposerTools::cannedAsked, m_canned, &CannedAssist::begin);
    connect(m_tools, &ComposerTools::templateAsked, this, &Composer::openTemplates);
    connect(m_tools, &ComposerTools::markAsked, this, [this](TextMark mark) {
        m_input->mark(mark);
        m_input->setFocus();
    });
    connect(m_tools, &ComposerTools::builderAsked, this, [this](InteractiveDraft::Kind kind) { openBuilder(int(kind)); });
    connect(m_tools, &ComposerTools::sendAsked, this, &Composer::send);
    connect(m_tools, &ComposerTools::sendMenuAsked, this, &Composer::openSendMenu);
    connect(m_voice, &VoiceBar::activeChanged, this, &Composer::updateButtons);
    connect(m_voice, &VoiceBar::activeChanged, this, [this] {
        if (m_voiceRow.id == m_row.id) tellWriting();
    });
    connect(m_voice, &VoiceBar::recorded, this, &Composer::sendVoice);
    connect(m_voice, &VoiceBar::problem, this, &Composer::showError);
}

void Composer::connectPages()
{
    connect(m_pending, &PendingStrip::undoAsked, this, &Composer::takeOut);
    connect(m_pending, &PendingStrip::editAsked, this, &Composer::editQueued);
    connect(m_pending, &PendingStrip::problem, this, &Composer::problem);
    connect(m_templates, &TemplatePicker::sendAsked, this, &Composer::sendSpecial);
    connect(m_builder, &BuilderPanel::sendAsked, this, [this](const QJsonObject &content, const QString &text) {
        sendSpecial({u"interactive"_s, content, text, {}});
    });
    const auto back = [this] {
        m_asked = Page::Writing;
        updatePage();
        focusInput();
        tellWriting();
    };
    connect(m_templates, &TemplatePicker::closed, this, back);
    connect(m_builder, &BuilderPanel::closed, this, [this, back](const QString &body) {
        if (m_input->toPlainText() != body) m_input->setPlainText(body);
        back();
    });
}

void Composer::connectContext()
{
    m_clockTimer.setInterval(10s);
    connect(&m_clockTimer, &QTimer::timeout, this, &Composer::updateGate);
    m_clockTimer.start();
    connect(&m_context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (!changes.numbers.isEmpty()) loadNumbers();
        if (changes.cannedReplies) m_canned->reload();
        if (changes.templates && m_templates->isVisible()) m_templates->reload();
    });
    connect(&m_context.settings, &UserSettings::changed, this, [this](UserSettings::Key key) {
        if (key == UserSettings::Key::SendWithEnter || key == UserSettings::Key::SpellCheck) retranslate();
    });
    connect(&m_context.theme, &Theme::changed, this, &Composer::retheme);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &Composer::flush);
}

void Composer::retheme()
{
    m_input->setFont(m_context.theme.font(Theme::Text::Body));
    m_waves->setColor(m_context.theme.color(Theme::Color::Error));
    updateGate();
    updateButtons();
    update();
}

void Composer::retranslate()
{
    const bool enter = m_context.settings.flag(UserSettings::Key::SendWithEnter);
    m_input->setSendWithEnter(enter);
    m_waves->setEnabled(m_context.settings.flag(UserSettings::Key::SpellCheck));
    m_input->setAccessibleName(tr("Reply"));
    m_tools->setSendHelp(enter ? tr("Send (Enter). Shift+Enter starts a new line.") : tr("Send (Ctrl+Enter)"));
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

QString Composer::agentName() const
{
    // Among colleagues everybody signs as they are known there.
    if (m_context.team && m_context.team->directory().isTeam()) return TeamDirectory::name(m_context.team->directory().me());
    const auto name = m_context.settings.text(UserSettings::Key::AgentName).trimmed();
    // An empty author means "another program" to the store; a person never is one.
    return name.isEmpty() ? tr("Agent", "signature of replies while no name is set") : name;
}

void Composer::updateGate()
{
    if (!m_row.id) return;
    m_gate = ComposerGate::of(m_row, number(), m_context.clock.now());
    SendCost::Send cost;
    cost.at = m_context.clock.now();
    m_tools->setHint(SendCost::of(cost).hint());
    m_closedIcon->set(u"warning"_s, Theme::Color::Warning);
    m_closedTitle->setText(m_gate.title);
    m_closedText->setText(m_gate.text);
    const auto draft = m_input->toPlainText().simplified();
    m_closedDraft->setText(draft.isEmpty() ? QString() : tr("Your draft is kept: %1").arg(draft.left(300)));
    m_closedDraft->setVisible(!draft.isEmpty());
    updatePage();
}

void Composer::updatePage()
{
    const bool windowOver = m_gate.state == ComposerGate::State::WindowClosed || m_gate.state == ComposerGate::State::NeverOpened;
    const auto mine = number();
    const auto page = m_gate.isOpen() ? m_asked : windowOver && mine ? Page::Templates : Page::Closed;
    const bool picks = page == Page::Templates;
    if (picks && mine) {
        const auto reason = m_gate.isOpen() ? QString() : m_gate.text + (m_closedDraft->text().isEmpty() ? QString() : u'\n' + m_closedDraft->text());
        const bool fresh = m_templates->isHidden();
        m_templates->begin(m_row, *mine, m_gate.isOpen() ? tr("Send a template") : m_gate.title, reason, agentName(), fresh);
    }
    m_writing->setVisible(page == Page::Writing);
    m_builder->setVisible(page == Page::Builder);
    m_templates->setVisible(picks);
    m_closed->setVisible(page == Page::Closed);
}

void Composer::updateButtons()
{
    const auto text = m_input->toPlainText();
    const auto &files = m_attachments->of(m_row.id);
    const bool empty = text.trimmed().isEmpty() && files.isEmpty();
    const bool caption = files.size() == 1 && textBecomesCaption(text.trimmed(), {files.first().file});
    m_tools->setLength(text.size(), Outgoing::LongestText);
    m_tools->setCanSend(m_row.id.isValid() && !empty && text.size() <= Outgoing::LongestText && m_attachments->allReady(m_row.id));
    m_tray->setCaptionByText(caption);
    m_albumHint->setText(tr("The text goes first, as a message of its own."));
    m_albumHint->setVisible(!files.isEmpty() && !caption && !text.trimmed().isEmpty());
    m_input->setPlaceholderText(caption ? tr("Write a caption") : tr("Write a reply, / for a canned one"));
    const bool recording = m_voice->isActive() && m_voice->conversation() == m_row.id;
    m_voice->setVisible(recording);
    m_input->setVisible(!recording);
    m_tools->setVisible(!recording);
    m_tools->setCanRecord(m_voice->canRecord());
}

void Composer::showError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

} // namespace Tandem
