#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QRandomGenerator>

namespace Tandem::Test {

/// Changes a JSON document the way broken and hostile senders do: values of other types, missing and doubled parts,
/// odd numbers and texts, deep nesting; sometimes single bytes of the text. The same seed gives the same changes.
class JsonMutator
{
public:
    explicit JsonMutator(quint32 seed) : m_random(seed) { }
    [[nodiscard]] QByteArray mutated(const QByteArray &json);

private:
    [[nodiscard]] QJsonValue changed(const QJsonValue &value, int depth);
    [[nodiscard]] QJsonValue odd();
    [[nodiscard]] int below(int end) { return int(m_random.bounded(end)); }

    QRandomGenerator m_random;
};

} // namespace Tandem::Test
