#include "core/store/sql/json_rows.h"

namespace Tandem {

JsonRows &JsonRows::row()
{
    m_bytes.append(m_rows == 0 ? "[[" : "],[");
    ++m_rows;
    m_first = true;
    return *this;
}

void JsonRows::separate()
{
    if (!m_first) m_bytes.append(',');
    m_first = false;
}

void JsonRows::quote(const char *data, qsizetype size)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_bytes.append('"');
    qsizetype from = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const auto c = static_cast<unsigned char>(data[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        m_bytes.append(data + from, i - from);
        from = i + 1;
        if (c == '"' || c == '\\') {
            m_bytes.append('\\').append(char(c));
        } else if (c == '\n') {
            m_bytes.append("\\n");
        } else if (c != 0) {
            m_bytes.append("\\u00").append(hex[c >> 4]).append(hex[c & 15]);
        }
    }
    m_bytes.append(data + from, size - from).append('"');
}

JsonRows &JsonRows::add(QStringView text)
{
    separate();
    const auto utf8 = text.toUtf8();
    quote(utf8.constData(), utf8.size());
    return *this;
}

JsonRows &JsonRows::addUtf8(const QByteArray &text)
{
    separate();
    quote(text.constData(), text.size());
    return *this;
}

JsonRows &JsonRows::add(qint64 number)
{
    separate();
    m_bytes.append(QByteArray::number(number));
    return *this;
}

JsonRows &JsonRows::addNull()
{
    separate();
    m_bytes.append("null");
    return *this;
}

QByteArray JsonRows::json() const
{
    return m_rows == 0 ? QByteArrayLiteral("[]") : m_bytes + "]]";
}

} // namespace Tandem
