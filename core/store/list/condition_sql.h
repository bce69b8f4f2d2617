#pragma once

#include "core/base/clock.h"
#include "core/domain/team/condition.h"
#include "core/store/sql/connection.h"

namespace Tandem {

/// Turns tests on a conversation `c` into SQL. The text is put together from fragments that stand in the source; whatever
/// a person typed is a bound parameter, so a view shared by somebody can only ever choose rows.
class ConditionSql
{
public:
    ConditionSql(const Dialect &dialect, UtcTime now) : m_instr(dialect.name() == QLatin1StringView("sqlite")), m_now(now) {}

    /// True for the conversations that pass. A group without parts passes all; what can't be read passes none.
    [[nodiscard]] QString of(const Condition &condition);
    /// A parameter of this value: its placeholder.
    [[nodiscard]] QString value(const QVariant &value);
    [[nodiscard]] const BoundValues &bindings() const { return m_bindings; }

private:
    [[nodiscard]] QString group(const Condition &condition);
    [[nodiscard]] QString test(const Condition &condition);
    [[nodiscard]] QString assignee(const QString &value);
    [[nodiscard]] QString team(const QString &value);
    [[nodiscard]] QString label(const QString &value);
    [[nodiscard]] QString windowClosing(const QString &hours);
    [[nodiscard]] QString noActivityFor(const QString &hours);
    [[nodiscard]] QString nameContains(const QString &text);

    bool m_instr;
    UtcTime m_now;
    BoundValues m_bindings;
};

} // namespace Tandem
