#include "ui/composer/send/taken_back.h"

#include "ui/composer/builders/interactive_draft.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {

bool canTakeBack(const QString &type)
{
    static const QStringList written{u"text"_s, u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s, u"template"_s, u"interactive"_s};
    return written.contains(type);
}

bool canTakeBack(const OutboxItem &item)
{
    return canTakeBack(item.type) && (item.type != "interactive"_L1 || InteractiveDraft::of(item.content));
}

Outgoing takenBack(const QList<OutboxItem> &items)
{
    Outgoing outgoing;
    for (const auto &item : items) {
        if (item.type == "template"_L1 || item.type == "interactive"_L1) {
            outgoing.special = OutgoingSpecial{item.type, item.content, item.text, item.media};
        } else if (item.type == "text"_L1) {
            outgoing.text += (outgoing.text.isEmpty() ? QString() : QString(u'\n')) + item.text;
        } else if (!item.media.sha256.isEmpty()) {
            outgoing.files.append({item.type, item.media});
        }
    }
    // The caption of a single file is written in the text field.
    if (outgoing.text.isEmpty() && outgoing.files.size() == 1) outgoing.text = std::exchange(outgoing.files.first().media.caption, QString());
    return outgoing;
}

} // namespace Tandem
