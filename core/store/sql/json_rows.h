#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Tandem {

/// Builds the one JSON parameter of a batch statement: an array of arrays, read as `r.value ->> 0`, `->> 1`, …
/// NUL characters are dropped: PostgreSQL's text can't hold them.
class JsonRows
{
public:
    JsonRows &row();
    JsonRows &add(QStringView text);
    JsonRows &add(qint64 number);
    JsonRows &add(int number) { return add(qint64(number)); }
    JsonRows &add(bool flag) { return add(qint64(flag ? 1 : 0)); }
    JsonRows &addNull();
    JsonRows &addUtf8(const QByteArray &text); ///< text that is UTF-8 already
    JsonRows &addText(QStringView text) { return text.isEmpty() ? addNull() : add(text); } ///< empty becomes NULL
    template<typename Tag>
    JsonRows &add(Id<Tag> id)
    {
        return add(id.value);
    }
    JsonRows &add(const std::optional<qint64> &number) { return number ? add(*number) : addNull(); }

    [[nodiscard]] bool isEmpty() const { return m_rows == 0; }
    [[nodiscard]] int size() const { return m_rows; }
    [[nodiscard]] QByteArray json() const;
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }

private:
    void separate();
    void quote(const char *data, qsizetype size);

    QByteArray m_bytes;
    int m_rows = 0;
    bool m_first = true;
};

} // namespace Tandem
