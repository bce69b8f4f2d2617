#pragma once

#include "core/base/id.h"
#include "core/domain/changes.h"
#include "core/store/mirror/conversation_copy.h"
#include "core/store/mirror/mirror_file.h"

#include <QList>
#include <QSet>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace Tandem {

/// Keeps a mirror like the server: the team's small tables whole, of the conversations those that this login is most likely
/// to look at when the server is away. Works in slices of one question each, told by changes what to ask for. What
/// the login may no longer see is deleted as soon as that is known.
class Mirror
{
public:
    using Time = std::chrono::steady_clock::time_point;

    Mirror(const QString &path, const QString &owner) : m_file(path, owner) {}
    ~Mirror();
    Q_DISABLE_COPY_MOVE(Mirror)

    // Before the threads start.
    [[nodiscard]] bool isUsable() { return m_file.isUsable(); }
    void remove() { m_file.remove(); }

    // Any thread.
    void note(const Changes &changes);
    void opened(ConversationId id); ///< this person looks at it
    void condemn() { m_condemned = true; } ///< the server wants nothing to do with this login: obey() deletes the file
    [[nodiscard]] bool isCondemned() const { return m_condemned; }

    // The thread that reads from the server.
    void obey();
    /// What to read from while the server is away; null: nothing yet.
    [[nodiscard]] Connection *reading();
    void connected(); ///< anew: this login's rights may be others
    [[nodiscard]] Time nextStep() const; ///< when there is something to ask for
    void step(Connection &server); ///< one question
    void close();

private:
    struct Noted
    {
        Changes changes;
        QSet<qint64> opened;
        Time since = Time::max();
        [[nodiscard]] bool isEmpty() const { return changes.isEmpty() && opened.isEmpty(); }
    };

    [[nodiscard]] Result<> begin(Connection &server);
    [[nodiscard]] Result<> resume(Connection &server);
    [[nodiscard]] Result<> work(Connection &server);
    void takeNotes(Time now);
    void plan(const Changes &changes);
    void planTables(int group);
    void planAll();
    void enqueue(qint64 id);
    [[nodiscard]] Result<> copyTable(Connection &server);
    [[nodiscard]] Result<> dropUnseen();
    [[nodiscard]] Result<> choose(Connection &server);
    [[nodiscard]] Result<> forgetOthers(const QSet<qint64> &wanted);
    [[nodiscard]] Result<> noteOpened(const QSet<qint64> &ids);
    [[nodiscard]] Result<> settle(Connection &server);
    void interrupt(); ///< what is under way is begun anew later
    void failed(const Error &error, const Connection &server);
    void drop(); ///< what is under way or planned

    MirrorFile m_file;
    std::atomic<bool> m_condemned{false};
    mutable std::mutex m_mutex;
    Noted m_noted;

    std::unique_ptr<TableCopy> m_tables;
    std::optional<ConversationCopy> m_batch;
    QList<int> m_planned; ///< tables, by their place in the list of all
    QSet<qint64> m_mirrored;
    QList<qint64> m_queue; ///< conversations to copy, the most wanted first
    QSet<qint64> m_queued;
    bool m_choose = false; ///< which conversations belong into the mirror is asked again
    bool m_everything = false; ///< then all of them are copied
    bool m_filled = false; ///< once since the program started
    bool m_incomplete = false; ///< something could not be copied: the next run copies everything
    bool m_off = false; ///< the login is no agent, or the disk is full
    qint64 m_taken = 0; ///< the newest change that is planned for
    qint64 m_written = 0; ///< and the one that the file was last told to be like
    int m_failures = 0; ///< since something went well
    Time m_nextChoice{};
    Time m_nextSlice = std::chrono::steady_clock::now() + std::chrono::seconds(1); ///< what a window reads first comes first
    Time m_nextLook{};
};

} // namespace Tandem
