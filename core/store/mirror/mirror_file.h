#pragma once

#include "core/store/sql/connection.h"

#include <QString>

#include <memory>

namespace Tandem {

/// The file that holds what one login has lately seen of a team's database: the single desk's schema without its triggers,
/// readable by its user only. It can be lost at any time. Open in one thread at a time.
class MirrorFile
{
public:
    /// `owner`: whose it is, as server, database and login.
    MirrorFile(QString path, QString owner);
    ~MirrorFile();
    Q_DISABLE_COPY_MOVE(MirrorFile)

    /// This login's, of this program's schema, and filled once. Looks and closes it again.
    [[nodiscard]] bool isUsable();
    /// Made anew when it is missing, damaged, somebody else's or of another version.
    [[nodiscard]] Result<> open();
    void close();
    void remove(); ///< closes it and deletes it with what SQLite keeps beside it
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }
    [[nodiscard]] Connection &connection() { return *m_connection; }

    /// Who has filled it; 0: nobody yet.
    [[nodiscard]] AgentId agent() const { return m_agent; }
    [[nodiscard]] Result<> setAgent(AgentId agent);
    /// The change up to which it was like the server; 0: not yet, or what is missing can't be named.
    [[nodiscard]] Result<qint64> upTo();
    [[nodiscard]] Result<> setUpTo(qint64 change);
    /// What was deleted leaves the disk too, the search index's words included.
    [[nodiscard]] Result<> scrub();

private:
    [[nodiscard]] Result<> connect();
    [[nodiscard]] Result<> check();
    [[nodiscard]] Result<> create();
    [[nodiscard]] Result<QString> value(const QString &name);
    [[nodiscard]] Result<> setValue(const QString &name, const QString &value);

    const QString m_path;
    const QString m_owner;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<Connection> m_connection;
    AgentId m_agent;
};

} // namespace Tandem
