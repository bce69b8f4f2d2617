#include "ui/format/message_text.h"

#include "ui/format/message_content.h"
#include "ui/format/phone_text.h"

using namespace Qt::StringLiterals;

namespace Tandem::Format {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Format", text);
}

Preview::Mark markOf(MessageStatus status)
{
    switch (status) {
    case MessageStatus::Queued: return Preview::Mark::Queued;
    case MessageStatus::Unknown: return Preview::Mark::Unknown;
    case MessageStatus::Accepted: return Preview::Mark::Accepted;
    case MessageStatus::Sent: return Preview::Mark::Sent;
    case MessageStatus::Failed: return Preview::Mark::Failed;
    case MessageStatus::Delivered: return Preview::Mark::Delivered;
    case MessageStatus::Read:
    case MessageStatus::Played: return Preview::Mark::Read;
    case MessageStatus::None: break;
    }
    return Preview::Mark::None;
}

QString typeIcon(const QString &type, bool voice)
{
    Message message;
    message.type = type;
    message.media.ref.voice = voice;
    return type == "text"_L1 ? QString() : contentOf(message).icon;
}

} // namespace

Preview preview(const ConversationRow &row)
{
    Preview p;
    if (!row.draft.isEmpty()) {
        p.mark = Preview::Mark::Draft;
        p.lead = say(QT_TRANSLATE_NOOP("Format", "Draft:"));
        p.text = row.draft.simplified();
        return p;
    }
    if (row.previewType.isEmpty()) {
        p.text = row.lastMessageAt ? QString() : say(QT_TRANSLATE_NOOP("Format", "No messages yet"));
        return p;
    }
    if (row.previewDirection == Direction::Out) {
        p.mark = row.previewOrigin == Origin::Phone ? Preview::Mark::Phone : markOf(row.previewStatus);
        if (row.previewStatus == MessageStatus::Failed) p.mark = Preview::Mark::Failed;
        switch (row.previewOrigin) {
        case Origin::Phone: p.lead = say(QT_TRANSLATE_NOOP("Format", "Phone:")); break;
        case Origin::Bot: p.lead = say(QT_TRANSLATE_NOOP("Format", "Bot:")); break;
        case Origin::Campaign: p.lead = say(QT_TRANSLATE_NOOP("Format", "Campaign:")); break;
        case Origin::Api: p.lead = say(QT_TRANSLATE_NOOP("Format", "Program:")); break;
        case Origin::Agent: p.lead = say(QT_TRANSLATE_NOOP("Format", "You:")); break;
        case Origin::Unknown:
        case Origin::Customer: break;
        }
        if (p.mark == Preview::Mark::Failed) p.lead = say(QT_TRANSLATE_NOOP("Format", "Not delivered:"));
        if (p.mark == Preview::Mark::Unknown) p.lead = say(QT_TRANSLATE_NOOP("Format", "Maybe sent:"));
    }
    if (row.previewRevoked) {
        p.icon = u"ban"_s;
        p.text = say(QT_TRANSLATE_NOOP("Format", "Deleted message"));
        return p;
    }
    const bool voice = row.previewType == "voice"_L1;
    const auto type = voice ? u"audio"_s : row.previewType;
    p.icon = typeIcon(type, voice);
    p.text = row.previewText.simplified();
    if (p.text.isEmpty()) p.text = kindName(type, voice);
    return p;
}

QString previewLine(const ConversationRow &row)
{
    const auto p = preview(row);
    if (p.lead.isEmpty()) return p.text;
    return say(QT_TRANSLATE_NOOP("Format", "%1 %2")).arg(p.lead, p.text);
}

QString numberName(const Number &number)
{
    if (!number.verifiedName.isEmpty()) return number.verifiedName;
    if (!number.displayPhone.isEmpty()) return phone(number.displayPhone);
    if (number.phoneNumberId == "unknown"_L1) return say(QT_TRANSLATE_NOOP("Format", "Number not told"));
    return number.phoneNumberId;
}

QString numberState(NumberState state)
{
    switch (state) {
    case NumberState::NotLinked: return say(QT_TRANSLATE_NOOP("Format", "Not linked here"));
    case NumberState::Linking: return say(QT_TRANSLATE_NOOP("Format", "Linking"));
    case NumberState::Linked: return say(QT_TRANSLATE_NOOP("Format", "Connected"));
    case NumberState::Suspended: return say(QT_TRANSLATE_NOOP("Format", "Moving to another device"));
    case NumberState::Disconnected: return say(QT_TRANSLATE_NOOP("Format", "Disconnected on the phone"));
    case NumberState::Blocked: return say(QT_TRANSLATE_NOOP("Format", "Sending stopped"));
    }
    return {};
}

QString phaseName(int phase)
{
    switch (phase) {
    case 0: return say(QT_TRANSLATE_NOOP("Format", "Today and yesterday"));
    case 1: return say(QT_TRANSLATE_NOOP("Format", "Days 2–90"));
    case 2: return say(QT_TRANSLATE_NOOP("Format", "Days 91–180"));
    default: return say(QT_TRANSLATE_NOOP("Format", "Not started"));
    }
}

} // namespace Tandem::Format
