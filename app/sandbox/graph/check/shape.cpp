#include "app/sandbox/graph/check/shape.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

GraphError missing(const QString &what)
{
    return GraphError::of(131008, what + u" is required"_s);
}
GraphError invalid(const QString &why)
{
    return GraphError::of(131009, why);
}
GraphError tooLong(const QString &what, int most)
{
    return GraphError::of(100, u"Param %1 must be at most %2 characters long."_s.arg(what).arg(most));
}

Verdict onlyKeys(const QJsonObject &object, const QString &where, const QStringList &allowed)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!allowed.contains(it.key()))
            return GraphError::of(100, u"Unexpected key \"%1\" on param \"%2\"."_s.arg(it.key(), where));
    }
    return {};
}

Verdict textWithin(const QJsonObject &object, const QString &key, const QString &where, int most, Need need)
{
    const QString name = u"%1['%2']"_s.arg(where, key);
    if (!object.contains(key)) return need == Need::Optional ? Verdict() : Verdict(missing(name));
    if (!object[key].isString()) return GraphError::of(100, u"Param %1 must be a string."_s.arg(name));
    if (object[key].toString().isEmpty()) return missing(name);
    if (object[key].toString().size() > most) return tooLong(name, most);
    return {};
}

Verdict isObject(const QJsonObject &object, const QString &key, const QString &where, Need need)
{
    const QString name = u"%1['%2']"_s.arg(where, key);
    if (!object.contains(key)) return need == Need::Optional ? Verdict() : Verdict(missing(name));
    if (!object[key].isObject()) return GraphError::of(100, u"Param %1 must be a JSON object."_s.arg(name));
    return {};
}

} // namespace Tandem::Sandbox
