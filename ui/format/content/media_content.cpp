#include "ui/format/content/content_parts.h"

#include "core/filetypes/file_types.h"
#include "ui/format/whatsapp_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tandem::Content {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::MessageContent)
};

QString titleOf(const Message &message)
{
    if (message.type == "document"_L1 && !message.media.ref.filename.isEmpty()) return line(FileTypes::safeName(message.media.ref.filename));
    return kindName(message.type, message.media.ref.voice);
}

QString suffixOf(const Message &message)
{
    auto suffix = QFileInfo(message.media.ref.filename).suffix();
    if (suffix.isEmpty() || suffix.size() > 5) suffix = message.media.ref.mime.section(u'/', 1).section(u';', 0, 0);
    return suffix.size() <= 5 ? line(suffix).toUpper() : QString();
}

QString detailOf(const Message &message, const BubbleContent &content)
{
    const auto &media = message.media;
    switch (media.state) {
    case MediaState::Placeholder: return Words::tr("On its way from the phone. Keep the app open there.");
    case MediaState::Pending: return Words::tr("Loading…");
    case MediaState::Failed: {
        const auto why = line(media.error);
        return why.isEmpty() ? Words::tr("Could not be loaded.") : Words::tr("Could not be loaded: %1").arg(why);
    }
    case MediaState::Over14Days: return Words::tr("Stays on the phone");
    case MediaState::Purged: return Words::tr("Removed here to free space");
    case MediaState::None: return Words::tr("The file was not passed on.");
    case MediaState::Available: break;
    }
    QStringList facts;
    if (media.size > 0) facts.append(fileSize(media.size));
    if (content.form == ContentForm::File && !content.suffix.isEmpty()) facts.append(content.suffix);
    return facts.join(u" · "_s);
}

ContentForm formOf(const Message &message)
{
    const auto &type = message.type;
    const auto state = message.media.state;
    if (state == MediaState::Placeholder || state == MediaState::None || state == MediaState::Purged) return ContentForm::Card;
    if (type == "document"_L1) return ContentForm::File;
    // Before the bytes are here the announced type decides; then what they are (SEC-02): anything else is only a file.
    if (!FileTypes::mayPreview(type == "voice"_L1 ? u"audio"_s : type, message.media.ref.mime) && !message.media.ref.mime.isEmpty()) return ContentForm::File;
    if (type == "image"_L1 || type == "sticker"_L1) return ContentForm::Image;
    if (type == "video"_L1) return ContentForm::Video;
    return type == "audio"_L1 || type == "voice"_L1 ? ContentForm::Sound : ContentForm::Card;
}

} // namespace

BubbleContent ofMedia(const Message &message)
{
    BubbleContent content;
    content.body = message.text;
    content.sticker = message.type == "sticker"_L1;
    content.voice = message.media.ref.voice || message.type == "voice"_L1;
    if (message.media.state == MediaState::Over14Days) {
        content.form = ContentForm::Stays;
        content.icon = u"hourglass"_s;
        content.title = Words::tr("%1 from %2. Older than 14 days when the number was linked, so it stays on the phone.")
                            .arg(kindName(message.type, message.media.ref.voice),
                                QLocale().toString(localDay(message.timestamp), Words::tr("d MMMM", "date format: day and month")));
        return content;
    }
    content.form = formOf(message);
    content.icon = iconOf(message.type, message.media.ref.voice);
    content.title = titleOf(message);
    content.suffix = suffixOf(message);
    content.detail = detailOf(message, content);
    content.canFetchAgain = message.media.state == MediaState::Failed;
    content.dangerous = content.form == ContentForm::File && FileTypes::isDangerous(message.media.ref.mime, message.media.ref.filename);
    if (content.form == ContentForm::File && message.type != "document"_L1) {
        // It came as a picture or a recording and is none.
        content.icon = u"document"_s;
        content.lines.append(Words::tr("The file is not what it was sent as, so it is not shown."));
    }
    return content;
}

} // namespace Tandem::Content
