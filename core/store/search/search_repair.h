#pragma once

#include "core/store/sql/database.h"

#include <atomic>

namespace Tandem {

/// The search index is derived: when it is found damaged, or when text is segmented anew, it is emptied and built
/// again from the messages, in slices behind other writes, newest first. Everything but search works meanwhile.
class SearchRepair
{
public:
    explicit SearchRepair(Database &database) : m_db(database) {}

    /// Looks whether there is something to build and starts it; called by the watching thread after commits.
    void look(Connection &reader);

    /// True for the errors of a damaged full-text index; the tables themselves may be fine.
    [[nodiscard]] static bool isIndexDamage(const Error &error);
    /// Empties the index and notes that all messages up to now have to be indexed. Inside a write transaction.
    [[nodiscard]] static Result<> empty(Connection &db);
    /// Messages up to this id are not indexed yet; 0 when all are.
    [[nodiscard]] static Result<qint64> unbuilt(Connection &db);

private:
    [[nodiscard]] static Result<bool> buildSlice(Writing &w);
    void build();

    Database &m_db;
    std::atomic<bool> m_building{false};
    bool m_versionChecked = false;
};

} // namespace Tandem
