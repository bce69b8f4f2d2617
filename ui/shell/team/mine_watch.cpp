#include "ui/shell/team/mine_watch.h"

#include "core/store/stores.h"
#include "ui/models/team/team_directory.h"

namespace Tandem {
namespace {

constexpr int mostMine = 1000;

ConversationFilter anything()
{
    ConversationFilter filter;
    filter.state.reset();
    return filter;
}

} // namespace

MineWatch::MineWatch(ConversationStore &store, const TeamDirectory &directory, QObject *parent) : QObject(parent), m_store(store), m_directory(directory)
{
    connect(&directory, &TeamDirectory::changed, this, [this] {
        if (!m_directory.isTeam() || std::exchange(m_asked, true)) return;
        auto mine = anything();
        mine.whose = ConversationFilter::Whose::Mine;
        onFinished(this, m_store.page(mine, std::nullopt, mostMine), [this](const Result<ConversationPage> &page) {
            if (!page) {
                m_asked = false;
                return;
            }
            for (const auto &row : page->rows) m_mine.insert(row.id);
            m_known = true;
        });
    });
}

void MineWatch::applyChanges(const Changes &changes)
{
    if (!m_known || changes.conversations.isEmpty()) return;
    const QList<ConversationId> ids(changes.conversations.cbegin(), changes.conversations.cend());
    onFinished(this, m_store.rows(ids, anything()), [this](const auto &answer) {
        if (answer) take(answer->rows);
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
