#pragma once

#include "app/sandbox/graph/graph_errors.h"

#include <optional>

namespace Tandem::Sandbox {

/// Nothing when a part of a request is as documented.
using Verdict = std::optional<GraphError>;

[[nodiscard]] GraphError missing(const QString &what);
[[nodiscard]] GraphError invalid(const QString &why);
[[nodiscard]] GraphError tooLong(const QString &what, int most);

/// Refuses keys that the documented object does not have. `where`: how the platform names the object.
[[nodiscard]] Verdict onlyKeys(const QJsonObject &object, const QString &where, const QStringList &allowed);
enum class Need { Required, Optional };
/// `object[key]` is a text of 1 to `most` characters; absent only when optional.
[[nodiscard]] Verdict textWithin(
    const QJsonObject &object, const QString &key, const QString &where, int most, Need need = Need::Required);
/// `object[key]` is a JSON object.
[[nodiscard]] Verdict isObject(
    const QJsonObject &object, const QString &key, const QString &where, Need need = Need::Required);

} // namespace Tandem::Sandbox
