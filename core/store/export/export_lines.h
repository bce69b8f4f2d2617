#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>

namespace Tandem {

class Connection;

/// The export, kind by kind in byte order: the same deliveries in any order give the same bytes.
class ExportLines
{
public:
    using Line = std::function<bool(const QByteArray &)>;
    ExportLines(Connection &connection, const Line &line) : m_db(connection), m_line(line) {}
    /// Stops early, without error, when `line` returns false.
    [[nodiscard]] Result<> write();

private:
    [[nodiscard]] Result<> contacts();
    [[nodiscard]] Result<> conversations();
    [[nodiscard]] Result<> deliveries();
    [[nodiscard]] Result<> messages();
    [[nodiscard]] Result<> numbers();
    [[nodiscard]] Result<> outbox();

    Connection &m_db;
    const Line &m_line;
    bool m_go = true;
};

} // namespace Tandem
