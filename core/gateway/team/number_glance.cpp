#include "core/gateway/team/number_glance.h"

#include <QByteArrayMatcher>

namespace Tandem {
namespace {

constexpr qsizetype longestId = 32;

/// The digits between the quotes after a colon; empty for anything else.
QByteArrayView idAfter(QByteArrayView body, qsizetype at)
{
    const auto skip = [&](auto wanted) {
        while (at < body.size() && wanted(body[at])) ++at;
    };
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    skip(blank);
    if (at >= body.size() || body[at] != ':') return {};
    ++at;
    skip(blank);
    if (at >= body.size() || body[at] != '"') return {};
    const auto from = ++at;
    skip([](char c) { return c >= '0' && c <= '9'; });
    const bool closed = at < body.size() && body[at] == '"' && at > from && at - from <= longestId;
    return closed ? body.sliced(from, at - from) : QByteArrayView();
}

} // namespace

QString glanceAtNumber(const QByteArray &body)
{
    // Inside a JSON text the quotes would be escaped, so that the key can't be quoted by a customer.
    static const QByteArrayMatcher key("\"phone_number_id\"");
    QByteArrayView found;
    for (auto at = key.indexIn(body); at >= 0; at = key.indexIn(body, at)) {
        at += key.pattern().size();
        const auto id = idAfter(body, at);
        if (id.isEmpty() || (!found.isEmpty() && found != id)) return {};
        found = id;
    }
    return QString::fromLatin1(found);
}

} // namespace Tandem
