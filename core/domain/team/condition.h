#pragma once

#include "core/base/id.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace Tandem {

/// A saved view's rule: a tree of all/any/none over single tests. Stored as JSON, so that views can be shared.
struct Condition
{
    enum class Kind { All, Any, None, Test };
    /// What a test looks at; the JSON word stands behind each.
    enum class Field {
        State,          ///< "state": open | pending | snoozed | closed
        Assignee,       ///< "assignee": an agent's id, "me", "none"
        Team,           ///< "team": id, "mine", "none"
        Label,          ///< "label": id
        Number,         ///< "number": id
        Unread,         ///< "unread": true
        Waiting,        ///< "waiting": the customer waits for an answer
        AnsweredOnPhone,///< "answered_on_phone"
        WindowClosing,  ///< "window_closing": hours
        NoActivityFor,  ///< "no_activity_for": hours
        Failed,         ///< "failed"
        Blocked,        ///< "blocked"
        NameContains,   ///< "name": text
        HasMention      ///< "mention": an unseen note names me
    };
    Kind kind = Kind::All;
    QList<Condition> parts; ///< of All, Any, None
    Field field = Field::State; ///< of Test
    QString value;
    bool negated = false;
    friend bool operator==(const Condition &, const Condition &) = default;
};

/// At most 4 levels and 50 tests, so that a shared view can't be made to choke a database.
[[nodiscard]] QJsonObject toJson(const Condition &condition);
[[nodiscard]] std::optional<Condition> conditionFromJson(const QJsonObject &json);

struct SavedView
{
    SavedViewId id;
    AgentId owner;
    QString name;
    bool shared = false;
    int position = 0;
    Condition condition;
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

} // namespace Tandem
