#include "ui/shell/sheets/starred_model.h"

#include "core/store/store.h"
#include "ui/format/message_content.h"
#include "ui/format/time_text.h"
#include "ui/models/search_model.h"

namespace Tandem {
namespace {

constexpr int mostShown = 200;

} // namespace

StarredModel::StarredModel(UiContext &context, QObject *parent) : QAbstractListModel(parent), m_context(context) { }

void StarredModel::load()
{
    const auto asked = ++m_generation;
    onFinished(this, m_context.store.messages().starred(mostShown), [this, asked](const Result<QList<Message>> &messages) {
        if (asked != m_generation) return;
        m_error = messages ? QString() : messages.error().text;
        if (messages) return name(*messages);
        take({}, {});
    });
}

void StarredModel::name(const QList<Message> &messages)
{
    QSet<ConversationId> ids;
    for (const auto &message : messages) ids.insert(message.conversationId);
    if (ids.isEmpty()) return take({}, {});
    ConversationFilter all;
    all.state.reset();
    onFinished(this, m_context.store.conversations().rows(ids.values(), all), [this, messages, asked = m_generation](const auto &answer) {
        if (asked == m_generation && answer) take(messages, answer->rows);
    });
}

void StarredModel::take(const QList<Message> &messages, const QList<ConversationRow> &rows)
{
    QHash<ConversationId, ConversationRow> row;
    for (const auto &one : rows) row.insert(one.id, one);
    beginResetModel();
    m_hits.clear();
    for (const auto &message : messages) {
        const auto about = row.value(message.conversationId);
        SearchHit hit;
        hit.conversationId = message.conversationId;
        hit.messageId = message.id;
        hit.cursor = {toEpochMillis(message.timestamp), message.id};
        hit.title = about.title;
        hit.text = summaryOf(message).simplified();
        hit.timestamp = message.timestamp;
        hit.direction = message.direction;
        hit.origin = message.origin;
        hit.colorIndex = about.colorIndex;
        hit.coexistence = about.coexistence;
        m_hits.append(hit);
    }
    m_loaded = true;
    endResetModel();
    Q_EMIT loaded();
}

const SearchHit *StarredModel::hit(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_hits.size() ? &m_hits.at(index.row()) : nullptr;
}

int StarredModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant StarredModel::data(const QModelIndex &index, int role) const
{
    const auto *found = hit(index);
    if (!found) return {};
    switch (role) {
    case Qt::DisplayRole: return found->text;
    case Qt::AccessibleTextRole: return tr("%1, %2: %3", "who, when, message").arg(found->title, Format::dateAndTime(found->timestamp), found->text);
    case SearchModel::KindRole: return int(SearchModel::Kind::Message);
    case SearchModel::HitRole: return QVariant::fromValue(*found);
    default: return {};
    }
}

} // namespace Tandem
