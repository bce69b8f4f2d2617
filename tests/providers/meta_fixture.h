#pragma once

#include "core/providers/meta/webhook_parser.h"

#include <QFile>
#include <QTest>

namespace Tandem::Test {

[[nodiscard]] inline QByteArray fixture(const QString &name)
{
    QFile file(qEnvironmentVariable("TANDEM_DATA") + QStringLiteral("/meta/") + name + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The events of a fixture; an unreadable one has none, which every caller's count notices.
[[nodiscard]] inline ParsedDelivery parsed(const QString &name)
{
    auto result = Meta::parseWebhook(fixture(name));
    return result ? std::move(*result) : ParsedDelivery{};
}

template<typename E>
[[nodiscard]] QList<E> only(const ParsedDelivery &delivery)
{
    QList<E> found;
    for (const Event &event : delivery.events) {
        if (const E *e = std::get_if<E>(&event)) found.append(*e);
    }
    return found;
}

/// The one event of that kind; a default one, after a failed check, when there are none or several.
template<typename E>
[[nodiscard]] E single(const ParsedDelivery &delivery)
{
    const QList<E> found = only<E>(delivery);
    if (found.size() == 1) return found.first();
    QTest::qFail(qPrintable(QStringLiteral("expected one such event, found %1").arg(found.size())), __FILE__, __LINE__);
    return E{};
}

inline const QString ownNumberId = QStringLiteral("600000000000001");
inline const QString wabaId = QStringLiteral("700000000000001");
inline const QString customer = QStringLiteral("16505551234");

} // namespace Tandem::Test
