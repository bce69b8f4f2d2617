#include "ui/settings/replies/replies_section.h"

#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/format/match.h"
#include "ui/settings/replies/reply_editor.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/icon_button.h"

#include <QEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int filterFrom = 8; ///< below it the list is seen at a glance
constexpr int shortcutWidth = 140;

} // namespace

RepliesSection::RepliesSection(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"settings.replies"_s);
    build();
    retranslate();
    connect(&context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (changes.cannedReplies) load();
    });
}

void RepliesSection::build()
{
    auto &theme = m_context.theme;
    m_title = new ThemedLabel(theme, Theme::Text::Heading, Theme::Color::Text, this);
    m_add = new QPushButton(this);
    m_add->setObjectName(u"replies.add"_s);
    m_hint = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_hint->setWordWrap(true);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"replies.filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_editor = new ReplyEditor(m_context, this);
    m_list = new Card(theme, this);
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins(5 * Theme::Grid, 2 * Theme::Grid, 3 * Theme::Grid, 2 * Theme::Grid);
    m_rows->setSpacing(0);
    m_said = new QWidget(this);
    auto *said = new QHBoxLayout(m_said);
    said->setContentsMargins(0, 0, 0, 0);
    m_saidWords = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, m_said);
    m_saidWords->setObjectName(u"replies.said"_s);
    m_undoButton = new QPushButton(m_said);
    m_undoButton->setObjectName(u"replies.undo"_s);
    m_undoButton->setProperty("role", u"link"_s);
    said->addWidget(m_saidWords);
    said->addWidget(m_undoButton);
    said->addStretch();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Grid);
    layout->addLayout(head);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_hint, m_editor, m_filter, m_list, m_said}) layout->addWidget(widget);
    m_editor->hide();
    m_said->hide();
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_filter, &QLineEdit::textChanged, this, &RepliesSection::showRows);
    connect(m_editor, &ReplyEditor::saveRequested, this, &RepliesSection::save);
    connect(m_editor, &ReplyEditor::cancelled, this, [this] { showEditor(false); });
    connect(m_undoButton, &QPushButton::clicked, this, [this] {
        const auto undo = std::exchange(m_undo, {});
        m_said->hide();
        if (undo) undo();
    });
}

void RepliesSection::load()
{
    onFinished(this, m_context.store.cannedReplies().all(), [this](const Result<QList<CannedReply>> &replies) {
        if (!replies) {
            if (replies.error().code != ErrorCode::Cancelled) say(replies.error().text);
            return;
        }
        m_replies = *replies;
        showRows();
    });
}

void RepliesSection::showRows()
{
    while (auto *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    m_filter->setVisible(m_replies.size() >= filterFrom);
    const auto query = m_filter->isHidden() ? QString() : m_filter->text().simplified();
    int shown = 0;
    for (const auto &reply : std::as_const(m_replies)) {
        if (!query.isEmpty() && Format::fuzzyScore(reply.shortcut + u' ' + reply.title, query) == 0) continue;
        auto *row = makeRow(reply);
        m_rows->addWidget(row);
        row->show();
        ++shown;
    }
    if (shown > 0) return;
    auto *empty = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Muted, m_list);
    empty->setText(m_replies.isEmpty() ? tr("None yet. What you write often can be kept here.") : tr("None fits what you typed."));
    empty->setContentsMargins(0, 2 * Theme::Grid, 0, 2 * Theme::Grid);
    empty->setObjectName(u"replies.empty"_s);
    m_rows->addWidget(empty);
    empty->show();
}

QWidget *RepliesSection::makeRow(const CannedReply &reply)
{
    auto *row = new QWidget(m_list);
    row->setObjectName(u"replies.row"_s);
    auto *shortcut = new ElidedLabel(row);
    shortcut->setText(u'/' + reply.shortcut);
    shortcut->setFixedWidth(shortcutWidth);
    shortcut->setFont(m_context.theme.font(Theme::Text::BodyStrong));
    auto *words = new ElidedLabel(row);
    const auto text = reply.body.simplified();
    words->setText(reply.title.isEmpty() ? text : tr("%1 · %2", "title, text").arg(reply.title, text));
    words->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, Theme::Grid, 0, Theme::Grid);
    layout->addWidget(shortcut);
    layout->addWidget(words, 1);
    if (!reply.attachments.isEmpty()) {
        auto *clip = new ThemedIcon(m_context.theme, u"attach"_s, 16, Theme::Color::Muted, row);
        clip->setToolTip(tr("%n file(s)", nullptr, int(reply.attachments.size())));
        layout->addWidget(clip);
    }
    const auto button = [&](const QString &icon, const QString &help) {
        auto *made = new IconButton(m_context.theme, icon, row);
        made->setIconSize(16);
        made->setHelp(help);
        layout->addWidget(made);
        return made;
    };
    auto *change = button(u"edit"_s, tr("Change /%1").arg(reply.shortcut));
    change->setObjectName(u"replies.edit"_s);
    auto *away = button(u"trash"_s, tr("Delete /%1").arg(reply.shortcut));
    away->setObjectName(u"replies.delete"_s);
    connect(change, &QAbstractButton::clicked, this, [this, reply] { edit(reply); });
    connect(away, &QAbstractButton::clicked, this, [this, id = reply.id] { askRemove(id); });
    return row;
}

void RepliesSection::edit(const CannedReply &reply)
{
    m_said->hide();
    showEditor(true);
    m_editor->edit(reply, m_replies);
}

void RepliesSection::showEditor(bool shown)
{
    m_editor->setVisible(shown);
    m_add->setEnabled(!shown);
}

void RepliesSection::save(const CannedReply &reply)
{
    onFinished(this, m_context.store.cannedReplies().save(reply), [this](const Result<CannedReplyId> &id) {
        if (id) showEditor(false);
        else if (id.error().code != ErrorCode::Cancelled) m_editor->setProblem(id.error().text);
    });
}

void RepliesSection::askRemove(CannedReplyId id)
{
    // The row may be older than the reply: what undo brings back is what was there when it was deleted.
    onFinished(this, m_context.store.cannedReplies().all(), [this, id](const Result<QList<CannedReply>> &replies) {
        if (!replies) {
            if (replies.error().code != ErrorCode::Cancelled) say(replies.error().text);
            return;
        }
        const auto now = std::find_if(replies->cbegin(), replies->cend(), [id](const CannedReply &reply) { return reply.id == id; });
        if (now != replies->cend()) remove(*now);
    });
}

void RepliesSection::remove(const CannedReply &reply)
{
    onFinished(this, m_context.store.cannedReplies().remove(reply.id), [this, reply](const Result<bool> &gone) {
        if (!gone) {
            if (gone.error().code != ErrorCode::Cancelled) say(gone.error().text);
            return;
        }
        if (m_editor->isVisible() && m_editor->editing() == reply.id) showEditor(false);
        say(tr("/%1 was deleted.").arg(reply.shortcut), [this, reply] {
            auto again = reply;
            again.id = {};
            save(again);
        });
    });
}

void RepliesSection::say(const QString &words, const std::function<void()> &undo)
{
    m_undo = undo;
    m_saidWords->setText(words);
    m_undoButton->setVisible(bool(undo));
    m_said->show();
}

void RepliesSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void RepliesSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void RepliesSection::retranslate()
{
    m_title->setText(tr("Canned replies"));
    m_hint->setText(tr("Type “/” in the composer and a few letters. Everybody in this workspace shares them."));
    m_add->setText(tr("New"));
    m_undoButton->setText(tr("Undo"));
    m_filter->setPlaceholderText(tr("Search shortcuts and titles"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_editor->retranslate();
    showRows();
}

} // namespace Tandem
