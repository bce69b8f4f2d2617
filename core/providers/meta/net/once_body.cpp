#include "core/providers/meta/net/once_body.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace Tandem::Meta {

OnceBody::OnceBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OnceBody::seek(qint64 position)
{
    if (m_touched && position < pos()) return false;
    return QIODevice::seek(position);
}

qint64 OnceBody::readData(char *data, qint64 most)
{
    const qint64 count = std::clamp<qint64>(m_bytes.size() - pos(), 0, most);
    if (count == 0) return most == 0 ? 0 : -1;
    m_touched = true;
    std::memcpy(data, m_bytes.constData() + pos(), size_t(count));
    return count;
}

qint64 OnceBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Tandem::Meta
