#include "ui/composer/builders/interactive_draft.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::InteractiveDraft)
};

QString buttonsProblem(const QStringList &buttons)
{
    QSet<QString> seen;
    for (const auto &title : buttons) {
        if (title.trimmed().isEmpty()) return Words::tr("Write a text on each button.");
        if (seen.contains(title.trimmed())) return Words::tr("Two buttons say the same.");
        seen.insert(title.trimmed());
    }
    if (buttons.isEmpty()) return Words::tr("Add a button.");
    return {};
}

QString listProblem(const InteractiveDraft &draft)
{
    if (draft.label.trimmed().isEmpty()) return Words::tr("Name the button that opens the list.");
    int rows = 0;
    for (const auto &section : draft.sections) {
        if (draft.sections.size() > 1 && section.title.trimmed().isEmpty()) return Words::tr("With several sections each needs a title.");
        if (section.rows.isEmpty()) return Words::tr("Add a choice to each section.");
        for (const auto &row : section.rows) {
            if (row.title.trimmed().isEmpty()) return Words::tr("Name each choice.");
            ++rows;
        }
    }
    if (rows == 0) return Words::tr("Add a choice.");
    return rows > InteractiveDraft::MostRows ? Words::tr("At most %1 choices fit into a list.").arg(InteractiveDraft::MostRows) : QString();
}

QString linkProblem(const InteractiveDraft &draft)
{
    if (draft.label.trimmed().isEmpty()) return Words::tr("Write a text on the button.");
    const QUrl url(draft.url.trimmed(), QUrl::StrictMode);
    const bool web = url.isValid() && url.scheme() == "https"_L1 && url.host().contains(u'.');
    return web ? QString() : Words::tr("Write the whole address, with https://.");
}

QList<InteractiveDraft::Section> sectionsOf(const QJsonArray &list)
{
    QList<InteractiveDraft::Section> sections;
    for (const auto &item : list) {
        const auto section = item.toObject();
        InteractiveDraft::Section made{section.value("title"_L1).toString(), {}};
        const auto rows = section.value("rows"_L1).toArray();
        for (const auto &row : rows) made.rows.append({row.toObject().value("title"_L1).toString(), row.toObject().value("description"_L1).toString()});
        sections.append(made);
    }
    return sections;
}

} // namespace

std::optional<InteractiveDraft> InteractiveDraft::of(const QJsonObject &content)
{
    static const QHash<QString, Kind> kinds{{u"button"_s, Kind::Buttons}, {u"list"_s, Kind::List}, {u"cta_url"_s, Kind::Link},
        {u"location_request_message"_s, Kind::AskLocation}};
    const auto kind = kinds.constFind(content.value("type"_L1).toString());
    if (kind == kinds.cend()) return std::nullopt;
    InteractiveDraft draft;
    draft.kind = *kind;
    draft.header = content.value("header"_L1).toObject().value("text"_L1).toString();
    draft.body = content.value("body"_L1).toObject().value("text"_L1).toString();
    draft.footer = content.value("footer"_L1).toObject().value("text"_L1).toString();
    const auto action = content.value("action"_L1).toObject();
    const auto buttons = action.value("buttons"_L1).toArray();
    for (const auto &button : buttons) draft.buttons.append(button.toObject().value("reply"_L1).toObject().value("title"_L1).toString());
    const auto parameters = action.value("parameters"_L1).toObject();
    draft.label = *kind == Kind::List ? action.value("button"_L1).toString() : parameters.value("display_text"_L1).toString();
    draft.url = parameters.value("url"_L1).toString();
    draft.sections = sectionsOf(action.value("sections"_L1).toArray());
    return draft;
}

QString InteractiveDraft::problem() const
{
    if (body.trimmed().isEmpty()) return Words::tr("Write the message.");
    QString missing;
    if (kind == Kind::Buttons) missing = buttonsProblem(buttons);
    if (kind == Kind::List) missing = listProblem(*this);
    if (kind == Kind::Link) missing = linkProblem(*this);
    if (!missing.isEmpty()) return missing;
    const auto ready = request();
    return ready ? QString() : ready.error().text;
}

Result<QJsonObject> InteractiveDraft::request() const
{
    const Meta::InteractiveFrame frame{header.trimmed(), {}, footer.trimmed()};
    switch (kind) {
    case Kind::Buttons: {
        QList<Meta::ReplyButton> list;
        for (const auto &title : buttons) list.append({u"b%1"_s.arg(list.size() + 1), title.trimmed()});
        return Meta::buttonsContent(body.trimmed(), list, frame);
    }
    case Kind::List: {
        QList<Meta::ListSection> list;
        int number = 0;
        for (const auto &section : sections) {
            Meta::ListSection one{section.title.trimmed(), {}};
            for (const auto &row : section.rows) one.rows.append({u"r%1"_s.arg(++number), row.title.trimmed(), row.description.trimmed()});
            list.append(one);
        }
        return Meta::listContent(body.trimmed(), label.trimmed(), list, frame);
    }
    case Kind::Link: return Meta::linkButtonContent(body.trimmed(), label.trimmed(), QUrl(url.trimmed()), frame);
    case Kind::AskLocation: break;
    }
    return Meta::locationRequestContent(body.trimmed());
}

QJsonObject InteractiveDraft::sketch() const
{
    if (const auto ready = request()) return *ready;
    QJsonObject content{{u"body"_s, QJsonObject{{u"text"_s, body.trimmed()}}}};
    if (!header.trimmed().isEmpty() && kind != Kind::AskLocation) content.insert("header"_L1, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, header.trimmed()}});
    if (!footer.trimmed().isEmpty() && kind != Kind::AskLocation) content.insert("footer"_L1, QJsonObject{{u"text"_s, footer.trimmed()}});
    if (kind == Kind::Buttons) {
        QJsonArray list;
        for (const auto &title : buttons) list.append(QJsonObject{{u"type"_s, u"reply"_s}, {u"reply"_s, QJsonObject{{u"title"_s, title.trimmed()}}}});
        content.insert("type"_L1, u"button"_s);
        content.insert("action"_L1, QJsonObject{{u"buttons"_s, list}});
    } else if (kind == Kind::List) {
        content.insert("type"_L1, u"list"_s);
        QJsonArray list;
        for (const auto &section : sections) {
            QJsonArray rows;
            for (const auto &row : section.rows) {
                if (!row.title.trimmed().isEmpty()) rows.append(QJsonObject{{u"title"_s, row.title.trimmed()}, {u"description"_s, row.description.trimmed()}});
            }
            list.append(QJsonObject{{u"title"_s, section.title.trimmed()}, {u"rows"_s, rows}});
        }
        content.insert("action"_L1, QJsonObject{{u"button"_s, label.trimmed()}, {u"sections"_s, list}});
    } else if (kind == Kind::Link) {
        content.insert("type"_L1, u"cta_url"_s);
        content.insert("action"_L1, QJsonObject{{u"name"_s, u"cta_url"_s}, {u"parameters"_s, QJsonObject{{u"display_text"_s, label.trimmed()}}}});
    } else {
        content.insert("type"_L1, u"location_request_message"_s);
        content.insert("action"_L1, QJsonObject{{u"name"_s, u"send_location"_s}});
    }
    return content;
}

} // namespace Tandem
