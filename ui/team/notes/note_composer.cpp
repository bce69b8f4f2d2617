#include "ui/team/notes/note_composer.h"

#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/composer/input/reply_input.h"
#include "ui/format/content/note_row.h"
#include "ui/models/team/team_desk.h"
#include "ui/team/notes/mention_popup.h"
#include "ui/theme/widgets.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int edge = 3; ///< the amber line on top, so that the mode shows at the corner of the eye

} // namespace

NoteComposer::NoteComposer(UiContext &context, TeamDesk &desk, QWidget *parent)
    : QWidget(parent), m_context(context), m_desk(desk), m_drafts(new DraftKeeper(context.store.drafts(), context.clock, this)),
      m_input(new ReplyInput(this))
{
    setObjectName(u"note"_s);
    m_drafts->spillInto(context.settings, context.store.place());
    connect(m_drafts, &DraftKeeper::joined, this, [this](const DraftKey &of, const Draft &draft) {
        if (of == key() && !m_editing && m_input->toPlainText() != draft.text) show(draft.text);
    });
    m_mentions = new MentionAssist(context.theme, desk.directory(), m_input);
    build();
    connect(m_input, &QPlainTextEdit::textChanged, this, &NoteComposer::onTextChanged);
    connect(m_input, &ReplyInput::sendPressed, this, &NoteComposer::keep);
    connect(m_keep, &QPushButton::clicked, this, &NoteComposer::keep);
    connect(m_cancel, &QPushButton::clicked, this, &NoteComposer::stopEditing);
    connect(&context.settings, &UserSettings::changed, this, &NoteComposer::retranslate);
    connect(&context.theme, &Theme::changed, this, &NoteComposer::retranslate);
    connect(&desk.directory(), &TeamDirectory::changed, this, &NoteComposer::retranslate);
    connect(qApp, &QCoreApplication::aboutToQuit, m_drafts, &DraftKeeper::flush);
    retranslate();
}

NoteComposer::~NoteComposer() = default;

void NoteComposer::build()
{
    auto &theme = m_context.theme;
    m_input->setObjectName(u"note.edit"_s);
    m_title = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Warning, this);
    m_hint = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_error = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Error, this);
    m_error->setObjectName(u"note.error"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"note.cancel"_s);
    m_keep = new QPushButton(this);
    m_keep->setObjectName(u"note.keep"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * Theme::Grid);
    head->addWidget(new ThemedIcon(theme, u"lock"_s, 16, Theme::Color::Warning, this));
    head->addWidget(m_title, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(2 * Theme::Grid);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_keep);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * Theme::Grid, 2 * Theme::Grid + edge, 4 * Theme::Grid, 3 * Theme::Grid);
    column->setSpacing(2 * Theme::Grid);
    column->addLayout(head);
    column->addWidget(m_error);
    column->addWidget(m_input);
    column->addLayout(foot);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void NoteComposer::show(const QString &text)
{
    m_loading = true;
    m_input->setPlainText(text);
    m_input->moveCursor(QTextCursor::End);
    m_loading = false;
    refresh();
}

void NoteComposer::setConversation(ConversationId id)
{
    if (id == m_conversation) return;
    m_drafts->flush();
    m_mentions->close();
    putEditAside();
    m_error->hide();
    m_conversation = id;
    if (const auto left = m_unfinished.take(id); left.note) {
        m_editing = left.note;
        m_before = left.before;
        show(left.text);
    } else {
        show(m_drafts->known(key()).value_or(Draft{}).text);
    }
    m_drafts->load(key(), this, [this](const DraftKey &of, const Draft &draft) {
        if (of == key() && !m_editing && m_input->toPlainText() != draft.text) show(draft.text);
    });
    retranslate();
}

void NoteComposer::focusInput() { m_input->setFocus(Qt::OtherFocusReason); }

bool NoteComposer::hasText() const { return !m_input->toPlainText().trimmed().isEmpty(); }

void NoteComposer::putEditAside()
{
    if (m_editing && m_input->toPlainText() != m_before) m_unfinished.insert(m_conversation, {m_editing, m_before, m_input->toPlainText()});
    m_editing = {};
    m_saving = false;
}

void NoteComposer::edit(const Message &note)
{
    if (m_editing == noteIdOf(note)) return focusInput();
    m_editing = noteIdOf(note);
    m_before = note.text;
    show(note.text);
    retranslate();
    focusInput();
}

void NoteComposer::stopEditing()
{
    m_editing = {};
    m_saving = false;
    m_error->hide();
    show(m_drafts->known(key()).value_or(Draft{}).text);
    retranslate();
    focusInput();
}

void NoteComposer::keep()
{
    const auto text = m_input->toPlainText().trimmed();
    if (!m_conversation || text.isEmpty() || text.size() > LongestNote || m_input->isComposing()) return;
    if (m_editing) return saveEdit(text);
    const auto of = key();
    m_drafts->sending(of);
    show({});
    m_error->hide();
    m_desk.actions().addNote(of.id, text, [this, of, text](const Result<NoteId> &kept) {
        if (kept) {
            m_drafts->sent(of);
            Q_EMIT this->kept(of.id);
            return;
        }
        Draft draft;
        draft.text = text;
        const auto whole = m_drafts->notSent(of, draft);
        if (of != key()) return;
        show(whole.text);
        m_error->setText(tr("The note could not be kept: %1").arg(kept.error().text));
        m_error->show();
    });
}

void NoteComposer::saveEdit(const QString &text)
{
    if (m_saving) return;
    m_saving = true;
    const QPointer<NoteComposer> self(this);
    m_desk.actions().editNote(m_editing, m_before, text, [self, id = m_conversation, note = m_editing](const Result<bool> &kept) {
        if (!self) return;
        if (self->m_editing != note || self->m_conversation != id) {
            // Somebody went on to another conversation meanwhile; what is saved need not wait there any more.
            if (kept && self->m_unfinished.value(id).note == note) self->m_unfinished.remove(id);
            return;
        }
        self->m_saving = false;
        if (kept) return self->stopEditing();
        self->m_error->setText(tr("The note could not be changed: %1").arg(kept.error().text));
        self->m_error->show();
    });
}

void NoteComposer::onTextChanged()
{
    refresh();
    if (m_loading || m_editing || !m_conversation) return;
    Draft draft;
    draft.text = m_input->toPlainText();
    m_drafts->edit(key(), draft);
}

void NoteComposer::refresh()
{
    const auto length = m_input->toPlainText().size();
    m_keep->setEnabled(hasText() && length <= LongestNote);
    if (length > LongestNote) m_hint->setText(tr("Too long: %1 of %2 characters").arg(QLocale().toString(length), QLocale().toString(LongestNote)));
    else m_hint->setText(m_desk.directory().isTeam() ? tr("@ names a colleague") : tr("The customer never sees it."));
}

void NoteComposer::retranslate()
{
    const bool enter = m_context.settings.flag(UserSettings::Key::SendWithEnter);
    m_input->setSendWithEnter(enter);
    m_input->setFont(m_context.theme.font(Theme::Text::Body));
    m_input->setAccessibleName(tr("Private note"));
    m_input->setPlaceholderText(m_desk.directory().isTeam() ? tr("Write to your colleagues; the customer never sees it") : tr("Write a note for yourself; the customer never sees it"));
    m_title->setText(m_editing ? tr("Change your private note") : tr("Private note"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setVisible(m_editing.isValid());
    m_keep->setText(m_editing ? tr("Save note") : tr("Add note"));
    m_keep->setIcon(m_context.theme.icon(u"lock"_s, Theme::Color::Text));
    m_keep->setToolTip(enter ? tr("Add the note (Enter)") : tr("Add the note (Ctrl+Enter)"));
    refresh();
    update();
}

void NoteComposer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::BubbleNote));
    painter.fillRect(QRect(0, 0, width(), edge), m_context.theme.color(Theme::Color::Warning));
}

void NoteComposer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void NoteComposer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        // Leaving is not giving up: what was changed stands here again, only Cancel drops it.
        if (m_editing && m_input->toPlainText() == m_before) stopEditing();
        else Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Tandem
