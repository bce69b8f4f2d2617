#pragma once

#include "core/base/clock.h"
#include "core/base/on_finished.h"
#include "core/domain/changes.h"
#include "core/store/content_stores.h"
#include "core/store/stores.h"
#include "core/store/team_stores.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Tandem {

class Database;
class SearchRepair;
class WayClearer;

struct StoreOptions
{
    /// "sqlite:PATH" or "postgresql://…" (any libpq URI).
    QString url;
    /// Folder of the content-addressed media files; empty: "media" beside the SQLite file, or a cache folder of the user.
    QString mediaFolder{};
    /// Take the one-writer-program lock (serve and desktop); `send`, `export`, `doctor` leave it false. Files only.
    bool exclusive = true;
    /// Create the database (of a server: its tables) when it does not exist; else NotFound.
    bool create = true;

    // For servers.
    QString password{}; ///< kept out of command lines; wins over the url's
    QString rootCertificate{}; ///< file with the authority that signed the server's certificate; empty: those this computer trusts
    QString role{}; ///< what to act as after logging in, where the login may
    bool migrate = true; ///< false (desktops, and gateways that don't own the tables): an older schema is refused
    bool keeper = true; ///< false (desktops): old change rows and the search index are somebody else's care
    int readers = 0; ///< connections to read with; 0: 1 for a server, so that a desktop has two in all; 2 for a file
    /// File to keep what was lately seen in, for reading while the server is away; empty (gateways, single desks): none. Only this
    /// user may read it. With it there is one connection to read with.
    QString mirror{};
    bool openAway = false; ///< with a mirror: a server that can't be reached at the start is an error only where the mirror holds nothing of this login
    /// Bytes that copies of the team's files may take in the media folder; those used longest ago go first. 0: any number.
    qint64 mediaLimit = 0;
};

/// The workspace's data. Thread-safe: every call returns at once with a future that one of the store's own threads
/// finishes; GUI code takes results with onFinished. Group commit: writes of up to 64 callers or 2 ms share one
/// durable transaction (WAL, synchronous=FULL).
class Store final : public QObject
{
    Q_OBJECT
public:
    /// Opens, locks, migrates. Blocks (file I/O, network): call before the event loop or on a worker.
    /// Errors: DatabaseCorrupt, DatabaseReadOnly, DatabaseNewer, DatabaseOlder, DatabaseBusy (another Tandem has it, or the
    /// server doesn't answer), NotFound, Io, Auth (login or certificate refused), Usage (an address that asks for less than
    /// a checked certificate).
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options, std::shared_ptr<const Clock> clock);
    ~Store() override;

    [[nodiscard]] DeliveryStore &deliveries();
    [[nodiscard]] EventStore &events();
    [[nodiscard]] NumberStore &numbers();
    [[nodiscard]] ConversationStore &conversations();
    [[nodiscard]] MessageStore &messages();
    [[nodiscard]] OutboxStore &outbox();
    [[nodiscard]] LinkStore &links();
    [[nodiscard]] MediaStore &media();
    [[nodiscard]] WorkspaceStore &workspace();
    [[nodiscard]] ExportStore &exporter();
    [[nodiscard]] TemplateStore &templates();
    [[nodiscard]] CommandStore &commands();
    [[nodiscard]] CannedReplyStore &cannedReplies();
    [[nodiscard]] DraftStore &drafts();
    [[nodiscard]] ContactStore &contacts();
    [[nodiscard]] UsageStore &usage();
    [[nodiscard]] AgentStore &agents();
    [[nodiscard]] TeamAdminStore &teamAdmin();
    [[nodiscard]] AssignmentStore &assignments();
    [[nodiscard]] LabelStore &labels();
    [[nodiscard]] NoteStore &notes();
    [[nodiscard]] ViewStore &views();
    [[nodiscard]] PresenceStore &presence();
    [[nodiscard]] AuditStore &audit();
    [[nodiscard]] LeaseStore &leases();
    [[nodiscard]] SealedStore &sealed();

    /// Waits until everything written so far is durable; used at quit. Never waits for the network but a database server's.
    void flush();
    /// False while a database server is away: writes then fail at once with DatabaseBusy, and reads too, but for what a mirror answers: the
    /// conversations lately seen and the newest hundred messages of each. A file is always there.
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] bool isServer() const;
    /// Which workspace this is: server, database and login, or the file. No secret; what is kept beside the profile names it.
    [[nodiscard]] const QString &place() const { return m_place; }

Q_SIGNALS:
    /// After each commit of this or (within 150 ms) another process; emitted from a store thread,
    /// so connect with a context object. `core/live` coalesces it for models.
    void committed(const Tandem::Changes &changes);
    /// A database server went away or came back; from a store thread. After coming back `committed` follows with what
    /// changed meanwhile, or with `all`.
    void connectionChanged(bool connected);
    /// A server that was away is there and refuses this login (Auth: its mirror is deleted), or is of another version
    /// (DatabaseNewer, DatabaseOlder), or lacks the database (NotFound); once, from a store thread. It is tried again all the same.
    void turnedAway(const Tandem::Error &error);

private:
    explicit Store(std::unique_ptr<Database> database);
    struct Rooms;
    QString m_place;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<SearchRepair> m_repair;
    std::unique_ptr<WayClearer> m_wayClearer;
};

} // namespace Tandem
