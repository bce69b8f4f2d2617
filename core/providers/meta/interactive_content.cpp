#include "core/providers/meta/interactive_content.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

namespace Limits = InteractiveLimits;

auto refuse(const char *text)
{
    return failure(ErrorCode::Usage, QCoreApplication::translate("MetaRequests", text));
}

bool fits(const QString &text, qsizetype limit)
{
    return !text.trimmed().isEmpty() && text.size() <= limit;
}

template<typename T>
bool idsDiffer(const QList<T> &items)
{
    QSet<QString> ids;
    for (const T &item : items) ids.insert(item.id);
    return ids.size() == items.size();
}

Result<QJsonObject> framed(const QString &type, const QString &body, const QJsonObject &action, const InteractiveFrame &frame)
{
    if (frame.header.size() > Limits::Header || frame.footer.size() > Limits::Footer || (!frame.header.isEmpty() && !frame.headerMedia.isEmpty())) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "Header and footer have at most 60 characters each."));
    }
    QJsonObject content{{u"type"_s, type}, {u"body"_s, QJsonObject{{u"text"_s, body}}}, {u"action"_s, action}};
    if (!frame.header.isEmpty()) content.insert("header"_L1, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, frame.header}});
    if (!frame.headerMedia.isEmpty()) content.insert("header"_L1, QJsonObject{{u"type"_s, frame.headerMedia}, {frame.headerMedia, QJsonObject()}});
    if (!frame.footer.isEmpty()) content.insert("footer"_L1, QJsonObject{{u"text"_s, frame.footer}});
    return content;
}

bool isGood(const ListSection &section, bool several)
{
    const auto rowFits = [](const ListRow &row) {
        return fits(row.id, Limits::RowId) && fits(row.title, Limits::RowTitle) && row.description.size() <= Limits::RowText;
    };
    const bool titled = section.title.size() <= Limits::RowTitle && (!several || !section.title.trimmed().isEmpty());
    return titled && !section.rows.isEmpty() && std::all_of(section.rows.begin(), section.rows.end(), rowFits);
}

QJsonObject sectionObject(const ListSection &section)
{
    QJsonArray rows;
    for (const ListRow &row : section.rows) {
        QJsonObject item{{u"id"_s, row.id}, {u"title"_s, row.title}};
        if (!row.description.isEmpty()) item.insert("description"_L1, row.description);
        rows.append(item);
    }
    QJsonObject object{{u"rows"_s, rows}};
    if (!section.title.isEmpty()) object.insert("title"_L1, section.title);
    return object;
}

} // namespace

Result<QJsonObject> buttonsContent(const QString &body, const QList<ReplyButton> &buttons, const InteractiveFrame &frame)
{
    const bool buttonsFit = !buttons.isEmpty() && buttons.size() <= Limits::Buttons && idsDiffer(buttons)
        && std::all_of(buttons.begin(), buttons.end(), [](const ReplyButton &b) { return fits(b.id, Limits::ButtonId) && fits(b.title, Limits::Label); });
    if (!fits(body, Limits::Body) || !buttonsFit) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "Use one to three buttons of at most 20 characters, and a text of at most 1,024."));
    }
    QJsonArray list;
    for (const ReplyButton &button : buttons) {
        list.append(QJsonObject{{u"type"_s, u"reply"_s}, {u"reply"_s, QJsonObject{{u"id"_s, button.id}, {u"title"_s, button.title}}}});
    }
    return framed(u"button"_s, body, {{u"buttons"_s, list}}, frame);
}

Result<QJsonObject> listContent(const QString &body, const QString &button, const QList<ListSection> &sections, const InteractiveFrame &frame)
{
    if (!fits(body, Limits::ListBody) || !fits(button, Limits::Label) || !frame.headerMedia.isEmpty()) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A list needs a text and an opening button of at most 20 characters; its header is a text."));
    }
    QList<ListRow> rows;
    QJsonArray list;
    bool good = !sections.isEmpty() && sections.size() <= Limits::Sections;
    for (const ListSection &section : sections) {
        good &= isGood(section, sections.size() > 1);
        rows += section.rows;
        list.append(sectionObject(section));
    }
    if (!good || rows.size() > Limits::Rows || !idsDiffer(rows)) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A list has one to ten rows; titles have at most 24 characters, descriptions 72."));
    }
    return framed(u"list"_s, body, {{u"button"_s, button}, {u"sections"_s, list}}, frame);
}

Result<QJsonObject> linkButtonContent(const QString &body, const QString &label, const QUrl &url, const InteractiveFrame &frame)
{
    if (!fits(body, Limits::Body) || !fits(label, Limits::Label) || url.scheme() != "https"_L1 || url.host().isEmpty()) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A link button needs a text, a label of at most 20 characters and an https address."));
    }
    const QJsonObject parameters{{u"display_text"_s, label}, {u"url"_s, QString::fromLatin1(url.toEncoded())}};
    return framed(u"cta_url"_s, body, {{u"name"_s, u"cta_url"_s}, {u"parameters"_s, parameters}}, frame);
}

Result<QJsonObject> locationRequestContent(const QString &body)
{
    if (!fits(body, Limits::Body)) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The text is empty or longer than 1,024 characters."));
    return framed(u"location_request_message"_s, body, {{u"name"_s, u"send_location"_s}}, {});
}

Result<QJsonObject> flowContent(const QString &body, const FlowStart &flow, const InteractiveFrame &frame)
{
    if (!fits(body, Limits::Body) || flow.id.isEmpty() || !fits(flow.label, Limits::Label) || flow.screen.isEmpty()) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A form needs a text, an id, a label of at most 20 characters and a first screen."));
    }
    const QJsonObject parameters{{u"flow_message_version"_s, u"3"_s}, {u"flow_id"_s, flow.id}, {u"flow_cta"_s, flow.label},
        {u"flow_token"_s, flow.token}, {u"flow_action"_s, u"navigate"_s},
        {u"flow_action_payload"_s, QJsonObject{{u"screen"_s, flow.screen}, {u"data"_s, flow.data}}}};
    return framed(u"flow"_s, body, {{u"name"_s, u"flow"_s}, {u"parameters"_s, parameters}}, frame);
}

} // namespace Tandem::Meta
