#include "ui/timeline/actions/message_commands.h"

#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/format/message_content.h"
#include "ui/format/vcard.h"
#include "ui/format/whatsapp_text.h"
#include "ui/media/files/media_files.h"
#include "ui/models/team/team_desk.h"
#include "ui/timeline/bubbles/frame/failure_offer.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMessageBox>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Tandem {

MessageCommands::MessageCommands(UiContext &context, MediaFiles &files, QWidget *view)
    : QObject(view), m_context(context), m_files(files), m_view(view)
{
}

void MessageCommands::openLink(const QUrl &url)
{
    static const QStringList allowed{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
    if (!allowed.contains(url.scheme().toLower())) return;
    if (!url.host(QUrl::FullyEncoded).contains("xn--"_L1)) {
        QDesktopServices::openUrl(url);
        return;
    }
    // A host spelled in letters of other scripts can look like one a person knows: ask first, showing its true name.
    auto *question = new QMessageBox(QMessageBox::Question, tr("Open this address?"), tr("It leads to %1.").arg(linkTarget(url)),
        QMessageBox::Open | QMessageBox::Cancel, m_view);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::accepted, this, [url] { QDesktopServices::openUrl(url); });
    question->open();
}

void MessageCommands::openPlace(const Message &message)
{
    const auto content = contentOf(message);
    const auto at = u"%1,%2"_s.arg(content.latitude, 0, 'f', 6).arg(content.longitude, 0, 'f', 6);
    if (QDesktopServices::openUrl(QUrl(u"geo:"_s + at))) return;
    const auto latitude = at.section(u',', 0, 0);
    const auto longitude = at.section(u',', 1, 1);
    QDesktopServices::openUrl(QUrl(u"https://www.openstreetmap.org/?mlat=%1&mlon=%2#map=17/%1/%2"_s.arg(latitude, longitude)));
}

QString MessageCommands::ownReaction(const Message &message)
{
    for (const auto &reaction : message.reactions) {
        if (reaction.from == "business"_L1) return reaction.emoji;
    }
    return {};
}

bool MessageCommands::canReact(const Message &message)
{
    return !message.wamid.isEmpty() && !message.revoked && message.type != "system"_L1 && message.type != "unsupported"_L1;
}

void MessageCommands::react(const Message &message, const QString &emoji)
{
    if (!canReact(message)) return Q_EMIT problem(tr("WhatsApp does not take a reaction to this message."));
    OutboxItem item;
    item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.numberId = message.numberId;
    item.conversationId = message.conversationId;
    item.type = u"reaction"_s;
    item.content = {{u"message_id"_s, message.wamid}, {u"emoji"_s, emoji == ownReaction(message) ? QString() : emoji}};
    item.queuedAt = m_context.clock.now();
    const auto typed = m_context.settings.text(UserSettings::Key::AgentName);
    auto author = m_context.team ? m_context.team->directory().signature(typed) : typed.trimmed();
    if (author.isEmpty()) author = tr("Agent", "signature of replies while no name is set");
    onFinished(this, m_context.store.outbox().enqueue(item, author), [this](const Result<OutboxId> &queued) {
        if (!queued) Q_EMIT problem(tr("The reaction could not be sent: %1").arg(queued.error().text));
    });
}

void MessageCommands::star(const Message &message, bool starred)
{
    onFinished(this, m_context.store.messages().setStarred(message.id, starred), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("The star could not be kept: %1").arg(done.error().text));
    });
}

void MessageCommands::sendAgain(const Message &message, std::optional<UtcTime> at)
{
    onFinished(this, m_context.store.outbox().sendAgain(message.outboxId, at), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("It could not be queued again: %1").arg(done.error().text));
        else if (!*done) Q_EMIT problem(tr("It was already on its way."));
    });
}

void MessageCommands::sendNow(const Message &message)
{
    onFinished(this, m_context.store.outbox().releaseNow(message.outboxId), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("It could not be sent now: %1").arg(done.error().text));
    });
}

void MessageCommands::discard(const Message &message)
{
    onFinished(this, m_context.store.outbox().cancel(message.outboxId), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("It could not be discarded: %1").arg(done.error().text));
        else if (!*done) Q_EMIT problem(tr("It was already on its way."));
    });
}

void MessageCommands::fetchMedia(const Message &message)
{
    onFinished(this, m_context.store.media().retry(message.id), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("It could not be asked for again: %1").arg(done.error().text));
    });
}

void MessageCommands::saveContact(const Message &message, int index)
{
    const auto people = contentOf(message).people;
    if (index < people.size()) m_files.saveText(m_view, people.at(index).name + u".vcf"_s, vCardOf(people.at(index).card));
}

void MessageCommands::startChat(const Message &message, int index)
{
    const auto people = contentOf(message).people;
    if (index < people.size()) Q_EMIT startConversationRequested(people.at(index).phone, people.at(index).name);
}

void MessageCommands::nextStep(const Message &message)
{
    const auto offer = failureOffer(message, m_context.clock.now());
    switch (offer.kind) {
    case FailureOffer::Kind::None: break;
    case FailureOffer::Kind::SendTemplate: Q_EMIT templateRequested(message); break;
    case FailureOffer::Kind::ChangeMessage: Q_EMIT editRequested(message); break;
    case FailureOffer::Kind::OpenNumber: Q_EMIT numberRequested(message.numberId); break;
    case FailureOffer::Kind::SendAgain:
    case FailureOffer::Kind::SendAgainAt: sendAgain(message, offer.at); break;
    }
}

void MessageCommands::copyText(const QString &text) { QGuiApplication::clipboard()->setText(text); }

} // namespace Tandem
