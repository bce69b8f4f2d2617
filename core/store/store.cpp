#include "core/store/store.h"

#include "core/store/admin/audit_store_sql.h"
#include "core/store/admin/sealed_store_sql.h"
#include "core/store/admin/team_admin_store_sql.h"
#include "core/store/content/canned_reply_store_sql.h"
#include "core/store/content/command_store_sql.h"
#include "core/store/content/contact_store_sql.h"
#include "core/store/content/draft_store_sql.h"
#include "core/store/content/template_store_sql.h"
#include "core/store/content/usage_store_sql.h"
#include "core/store/rooms/conversation_store_sql.h"
#include "core/store/rooms/delivery_store_sql.h"
#include "core/store/rooms/event_store_sql.h"
#include "core/store/export/export_store_sql.h"
#include "core/store/lease/lease_store_sql.h"
#include "core/store/lease/way_clearer.h"
#include "core/store/media/media_chunks.h"
#include "core/store/media/media_folder.h"
#include "core/store/rooms/link_store_sql.h"
#include "core/store/rooms/media_store_sql.h"
#include "core/store/rooms/message_store_sql.h"
#include "core/store/rooms/number_store_sql.h"
#include "core/store/rooms/outbox_store_sql.h"
#include "core/store/rooms/workspace_store_sql.h"
#include "core/store/postgres/postgres_address.h"
#include "core/store/search/search_repair.h"
#include "core/store/sql/database.h"
#include "core/store/team/agent_store_sql.h"
#include "core/store/team/assignment_store_sql.h"
#include "core/store/team/label_store_sql.h"
#include "core/store/team/note_store_sql.h"
#include "core/store/team/presence_store_sql.h"
#include "core/store/team/view_store_sql.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tandem {

struct Store::Rooms
{
    Rooms(Database &db, const QString &mediaFolder)
        : files(mediaFolder), chunks(db, files), deliveries(db), events(db), numbers(db), conversations(db), messages(db, mediaFolder, chunks), outbox(db), links(db),
          media(db, files, chunks), workspace(db), exporter(db), templates(db),
          commands(db), cannedReplies(db), drafts(db), contacts(db), usage(db, files, chunks),
          agents(db), teamAdmin(db), assignments(db), labels(db), notes(db), views(db), presence(db), audit(db), leases(db), sealed(db)
    {
    }
    MediaFolder files;
    MediaChunks chunks;
    DeliveryStoreSql deliveries;
    EventStoreSql events;
    NumberStoreSql numbers;
    ConversationStoreSql conversations;
    MessageStoreSql messages;
    OutboxStoreSql outbox;
    LinkStoreSql links;
    MediaStoreSql media;
    WorkspaceStoreSql workspace;
    ExportStoreSql exporter;
    TemplateStoreSql templates;
    CommandStoreSql commands;
    CannedReplyStoreSql cannedReplies;
    DraftStoreSql drafts;
    ContactStoreSql contacts;
    UsageStoreSql usage;
    AgentStoreSql agents;
    TeamAdminStoreSql teamAdmin;
    AssignmentStoreSql assignments;
    LabelStoreSql labels;
    NoteStoreSql notes;
    ViewStoreSql views;
    PresenceStoreSql presence;
    AuditStoreSql audit;
    LeaseStoreSql leases;
    SealedStoreSql sealed;
};

namespace {

/// What a url stands for.
struct Place
{
    std::unique_ptr<Dialect> dialect;
    QString target; ///< of a file
    QString mediaFolder;
    QString owner; ///< of a server's mirror
};

Result<Place> placeOf(const StoreOptions &options)
{
    if (PostgresAddress::isPostgres(options.url)) {
        auto address = PostgresAddress::parse(options.url, options.password, options.rootCertificate);
        if (!address) return failure(address.error());
        address->role = options.role.toUtf8();
        return Place{makePostgresDialect(*address), {}, QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/tandem/media"_s, address->shown};
    }
    if (!options.url.startsWith("sqlite:"_L1) || options.url.size() == 7) {
        return failure(ErrorCode::Usage,
            QCoreApplication::translate("Store", "The database must be given as sqlite:PATH or postgresql://user@host/database."));
    }
    const auto path = QFileInfo(options.url.mid(7)).absoluteFilePath();
    return Place{makeSqliteDialect(), path, QFileInfo(path).absolutePath() + u"/media"_s, {}};
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options, std::shared_ptr<const Clock> clock)
{
    auto place = placeOf(options);
    if (!place) return failure(place.error());
    const bool server = place->dialect->isServer();
    qRegisterMetaType<Changes>();
    qRegisterMetaType<Error>();
    // The listeners are set before the threads start, so they need the Store first.
    std::unique_ptr<Store> store(new Store(std::make_unique<Database>(std::move(place->dialect), std::move(clock))));
    auto &database = *store->m_database;
    database.onCommitted([raw = store.get()](const Changes &changes) { Q_EMIT raw->committed(changes); });
    database.onConnection([raw = store.get()](bool connected) { Q_EMIT raw->connectionChanged(connected); });
    database.onRefused([raw = store.get()](const Error &error) { Q_EMIT raw->turnedAway(error); });
    store->m_repair = std::make_unique<SearchRepair>(database);
    database.onQuiet([repair = store->m_repair.get()](Connection &reader) { repair->look(reader); });
    Database::Options how{place->target, options.exclusive, options.create, options.migrate, options.keeper};
    how.readers = options.readers > 0 ? options.readers : server ? 1 : 2;
    if (server && !options.mirror.isEmpty()) {
        how.readers = 1;
        how.mirror = options.mirror;
        how.owner = place->owner;
        how.openAway = options.openAway;
    }
    store->m_place = server ? place->owner : place->target;
    TANDEM_TRY(database.open(how));
    if (server && options.keeper) store->m_wayClearer = std::make_unique<WayClearer>(database.dialect());
    store->m_rooms = std::make_unique<Rooms>(database, options.mediaFolder.isEmpty() ? place->mediaFolder : options.mediaFolder);
    if (server) store->m_rooms->chunks.setLimit(options.mediaLimit);
    return std::unique_ptr<Store>(std::move(store));
}

Store::Store(std::unique_ptr<Database> database) : m_database(std::move(database)) { }

Store::~Store()
{
    m_wayClearer.reset();
    if (m_rooms) {
        m_rooms->chunks.stop();
        m_rooms->files.waitForDone(); // its threads use the database
    }
    m_database.reset(); // its threads use the rooms
}

DeliveryStore &Store::deliveries() { return m_rooms->deliveries; }
EventStore &Store::events() { return m_rooms->events; }
NumberStore &Store::numbers() { return m_rooms->numbers; }
ConversationStore &Store::conversations() { return m_rooms->conversations; }
MessageStore &Store::messages() { return m_rooms->messages; }
OutboxStore &Store::outbox() { return m_rooms->outbox; }
LinkStore &Store::links() { return m_rooms->links; }
MediaStore &Store::media() { return m_rooms->media; }
WorkspaceStore &Store::workspace() { return m_rooms->workspace; }
ExportStore &Store::exporter() { return m_rooms->exporter; }
TemplateStore &Store::templates() { return m_rooms->templates; }
CommandStore &Store::commands() { return m_rooms->commands; }
CannedReplyStore &Store::cannedReplies() { return m_rooms->cannedReplies; }
DraftStore &Store::drafts() { return m_rooms->drafts; }
ContactStore &Store::contacts() { return m_rooms->contacts; }
UsageStore &Store::usage() { return m_rooms->usage; }
AgentStore &Store::agents() { return m_rooms->agents; }
TeamAdminStore &Store::teamAdmin() { return m_rooms->teamAdmin; }
AssignmentStore &Store::assignments() { return m_rooms->assignments; }
LabelStore &Store::labels() { return m_rooms->labels; }
NoteStore &Store::notes() { return m_rooms->notes; }
ViewStore &Store::views() { return m_rooms->views; }
PresenceStore &Store::presence() { return m_rooms->presence; }
AuditStore &Store::audit() { return m_rooms->audit; }
LeaseStore &Store::leases() { return m_rooms->leases; }
SealedStore &Store::sealed() { return m_rooms->sealed; }

void Store::flush() { m_database->flush(); }
bool Store::isConnected() const { return m_database->isConnected(); }
bool Store::isServer() const { return m_database->dialect().isServer(); }

} // namespace Tandem
