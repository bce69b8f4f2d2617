#include "ui/timeline/actions/message_menu.h"

#include "ui/format/content/note_row.h"
#include "ui/media/files/media_files.h"
#include "ui/theme/theme.h"
#include "ui/timeline/actions/message_commands.h"
#include "ui/timeline/actions/reaction_row.h"
#include "ui/timeline/bubbles/frame/failure_offer.h"

#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace Tandem {

MessageMenu::MessageMenu(const Theme &theme, const Message &message, UtcTime now, QWidget *parent)
    : QMenu(parent), m_theme(theme), m_message(message), m_now(now)
{
    setAttribute(Qt::WA_DeleteOnClose);
}

void MessageMenu::addWish(const QString &icon, const QString &text, Wish wish)
{
    connect(addAction(m_theme.icon(icon), text), &QAction::triggered, this, [this, wish] { Q_EMIT wanted(wish); });
}

void MessageMenu::addCopy(const QString &icon, const QString &text, const QString &what)
{
    connect(addAction(m_theme.icon(icon), text), &QAction::triggered, this, [this, what] { Q_EMIT copyWanted(what); });
}

void MessageMenu::fill()
{
    if (isNote(m_message)) return fillNote();
    const bool sent = !m_message.wamid.isEmpty();
    if (MessageCommands::canReact(m_message)) {
        auto *row = new ReactionRow(m_theme, MessageCommands::ownReaction(m_message), m_allEmoji, this);
        auto *holder = new QWidgetAction(this);
        holder->setDefaultWidget(row);
        addAction(holder);
        connect(row, &ReactionRow::chosen, this, [this](const QString &emoji) {
            close();
            Q_EMIT reactionChosen(emoji);
        });
        connect(row, &ReactionRow::moreWanted, this, [this] {
            close();
            Q_EMIT wanted(Wish::AllEmoji);
        });
        addSeparator();
    }
    if (sent) addWish(u"reply"_s, tr("&Reply"), Wish::Reply);
    if (sent && !m_message.revoked) addWish(u"forward"_s, tr("&Forward…"), Wish::Forward);
    if (m_album) addWish(u"forward"_s, tr("Forward all of them…"), Wish::ForwardAlbum);
    if (!m_message.isEvent()) addWish(m_message.starred ? u"star-filled"_s : u"star"_s, m_message.starred ? tr("Remove the &star") : tr("&Star"), Wish::Star);
    fillText();
    fillMedia();
    fillOwn();
    addSeparator();
    if (m_message.direction == Direction::In && !m_message.isEvent()) addWish(u"mail-unread"_s, tr("Mark &unread from here"), Wish::MarkUnread);
    addWish(u"calendar"_s, tr("Jump to a &date…"), Wish::ChooseDay);
    if (sent) addCopy(u"id"_s, tr("Copy message &id"), m_message.wamid);
}

void MessageMenu::fillNote()
{
    fillText();
    if (m_mayChange && !m_message.revoked) addWish(u"edit"_s, tr("&Change the note"), Wish::EditNote);
    if (m_mayRemove && !m_message.revoked) addWish(u"trash"_s, tr("&Delete the note"), Wish::DeleteNote);
    addSeparator();
    addWish(u"calendar"_s, tr("Jump to a &date…"), Wish::ChooseDay);
}

void MessageMenu::fillText()
{
    if (!m_selection.isEmpty()) addCopy(u"copy"_s, tr("Copy selection"), m_selection);
    if (!m_message.text.isEmpty()) addCopy(u"copy"_s, tr("&Copy text"), m_message.text);
    if (m_link.isValid() && !m_link.isEmpty()) addCopy(u"link"_s, tr("Copy address"), m_link.toString(QUrl::FullyEncoded));
    if (m_message.quote && m_message.quote->messageId) addWish(u"quote"_s, tr("Go to the &quoted message"), Wish::GoToQuote);
    if (m_message.revoked && !isNote(m_message)) {
        addWish(u"eye"_s, m_editsShown ? tr("Hide what it said") : tr("Show what it said"), Wish::ToggleEdits);
    } else if (m_message.isEdited()) {
        addWish(u"edit"_s, m_editsShown ? tr("Hide the earlier text") : tr("Show the earlier text"), Wish::ToggleEdits);
    }
}

void MessageMenu::fillMedia()
{
    const auto state = m_message.media.state;
    if (state == MediaState::Failed) addWish(u"refresh"_s, tr("&Load again"), Wish::FetchMedia);
    if (state != MediaState::Available) return;
    if (m_message.type == "document"_L1 && MediaFiles::mayOpen(m_message)) addWish(u"external"_s, tr("&Open"), Wish::OpenMedia);
    const bool picture = m_message.type == "image"_L1 || m_message.type == "sticker"_L1;
    addWish(u"copy"_s, picture ? tr("Copy &picture") : tr("Copy file"), Wish::CopyMedia);
    addWish(u"download"_s, tr("Sa&ve a copy…"), Wish::SaveMedia);
}

void MessageMenu::fillOwn()
{
    if (!m_message.outboxId) return;
    const auto status = m_message.status;
    const bool held = status == MessageStatus::Queued && m_message.outboxHold != OutboxHold::None;
    const bool failed = status == MessageStatus::Failed || status == MessageStatus::Unknown;
    const bool waiting = (failed || status == MessageStatus::Queued) && m_message.outboxState != OutboxState::InFlight
        && m_message.outboxState != OutboxState::Cancelled;
    const auto offer = failureOffer(m_message, m_now);
    if (waiting) addSeparator();
    if (held) addWish(u"send"_s, tr("Send &now"), Wish::SendNow);
    if (held) addWish(u"edit"_s, tr("&Edit"), Wish::Change);
    if (offer.kind != FailureOffer::Kind::None && offer.kind != FailureOffer::Kind::SendAgain) addWish(u"arrow-right"_s, offer.words, Wish::NextStep);
    if (offer.mayRepeat) addWish(u"refresh"_s, tr("Send &again"), Wish::SendAgain);
    if (waiting) addWish(u"trash"_s, held ? tr("Do not send") : tr("Discard"), Wish::Discard);
}

} // namespace Tandem
