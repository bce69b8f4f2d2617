#include "ui/shell/team/mine_watch.h"

#include "core/store/stores.h"
#include "ui/models/team/team_directory.h"

namespace Tandem {
namespace {

constexpr int pauseMs = 1000;
constexpr int mostAtOnce = 200;

ConversationFilter anything()
{
    ConversationFilter filter;
    filter.state.reset();
    return filter;
}

} // namespace

MineWatch::MineWatch(ConversationStore &store, const TeamDirectory &directory, QObject *parent) : QObject(parent), m_store(store), m_directory(directory)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MineWatch::look);
    connect(&directory, &TeamDirectory::changed, this, [this] {
        if (!m_directory.isTeam() || std::exchange(m_asked, true)) return;
        onFinished(this, m_store.mine(), [this](const auto &mine) {
            if (!mine) {
                m_asked = false;
                return;
            }
            m_mine = *mine;
            m_known = true;
            look();
        });
    });
}

void MineWatch::applyChanges(const Changes &changes)
{
    if (!m_asked || changes.conversations.isEmpty()) return;
    m_changed.unite(changes.conversations);
    if (!m_pause.isActive()) look();
}

void MineWatch::look()
{
    if (!m_known || m_looking || m_changed.isEmpty()) return;
    m_pause.start();
    m_looking = true;
    QList<ConversationId> ids(m_changed.cbegin(), m_changed.cend());
    if (ids.size() > mostAtOnce) ids.resize(mostAtOnce);
    for (const auto id : std::as_const(ids)) m_changed.remove(id);
    onFinished(this, m_store.rows(ids, anything()), [this](const auto &answer) {
        m_looking = false;
        if (answer) take(answer->rows);
        if (!m_pause.isActive()) look();
    });
}

void MineWatch::take(const QList<ConversationRow> &rows)
{
    for (const auto &row : rows) {
        if (row.assignee != m_directory.me().id) {
            m_mine.remove(row.id);
            continue;
        }
        if (m_mine.contains(row.id)) continue;
        m_mine.insert(row.id);
        if (!m_expected.remove(row.id)) Q_EMIT assigned(row);
    }
}

} // namespace Tandem
