#include "ui/shell/overlay/palette_model.h"

#include "core/store/stores.h"
#include "ui/format/match.h"
#include "ui/format/phone_text.h"
#include "ui/models/conversation_list_model.h"
#include "ui/shell/commands.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int loadedLooked = 400;
constexpr int conversationsShown = 6;
constexpr int pauseMs = 60;
constexpr int hitsAsked = 20;

} // namespace

PaletteModel::PaletteModel(const Commands &commands, const ConversationListModel &list, ConversationStore &store, QObject *parent)
    : QAbstractListModel(parent), m_commands(commands), m_list(list), m_store(store)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PaletteModel::askStore);
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= m_items.size()) return {};
    const auto &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return item.title;
    case IconRole: return item.command ? item.command->icon : QString();
    case CapsRole: return item.command ? item.command->caps() : QStringList();
    case ConversationRole: return item.conversation.value;
    case DetailRole: return item.detail;
    default: return {};
    }
}

QString PaletteModel::commandAt(const QModelIndex &index) const
{
    if (index.row() < 0 || index.row() >= m_items.size()) return {};
    const auto *command = m_items.at(index.row()).command;
    return command ? command->id : QString();
}

ConversationId PaletteModel::conversationAt(const QModelIndex &index) const
{
    if (index.row() < 0 || index.row() >= m_items.size()) return {};
    return m_items.at(index.row()).conversation;
}

void PaletteModel::addCommands(QList<Item> &items) const
{
    for (const auto &command : m_commands.all()) {
        if (!command.isEnabled()) continue;
        const auto name = command.name();
        const int score = Format::fuzzyScore(name, m_query);
        if (score > 0) items.append({&command, {}, name, Commands::groupName(command.group), score});
    }
    if (m_query.isEmpty()) return; // in the order in which they were made
    std::stable_sort(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.score > b.score; });
}

void PaletteModel::addLoaded(QList<Item> &items) const
{
    QList<Item> found;
    for (int row = 0; row < std::min(m_list.rowCount(), loadedLooked); ++row) {
        const auto *conversation = m_list.row(row);
        const int score = Format::fuzzyScore(conversation->title, m_query);
        if (score <= 0) continue;
        found.append({nullptr, conversation->id, Format::identity(conversation->title), Format::identity(conversation->identity), score});
        if (m_query.isEmpty() && found.size() == conversationsShown) break;
    }
    if (!m_query.isEmpty()) {
        std::stable_sort(found.begin(), found.end(), [](const Item &a, const Item &b) { return a.score > b.score; });
    }
    if (found.size() > conversationsShown) found.resize(conversationsShown);
    // What was typed as a name goes first when it fits a person better than any command.
    const bool peopleFirst = !m_query.isEmpty() && !found.isEmpty() && (items.isEmpty() || found.first().score > items.first().score);
    items = peopleFirst ? found + items : items + found;
}

void PaletteModel::setQuery(const QString &query)
{
    m_query = query.simplified();
    ++m_generation;
    QList<Item> items;
    addCommands(items);
    addLoaded(items);
    beginResetModel();
    m_items = items;
    endResetModel();
    if (m_query.isEmpty()) m_pause.stop();
    else m_pause.start();
}

void PaletteModel::askStore()
{
    onFinished(this, m_store.search(m_query, std::nullopt, hitsAsked), [this, asked = m_generation](const auto &page) {
        if (asked != m_generation || !page) return;
        QList<Item> fresh;
        for (const auto &hit : page->contacts) {
            const bool known = std::any_of(m_items.cbegin(), m_items.cend(), [&](const Item &i) { return i.conversation == hit.conversationId; });
            if (!known) fresh.append({nullptr, hit.conversationId, Format::identity(hit.title), Format::identity(hit.text), 1});
        }
        if (fresh.isEmpty()) return;
        beginInsertRows({}, int(m_items.size()), int(m_items.size() + fresh.size()) - 1);
        m_items.append(fresh);
        endInsertRows();
    });
}

} // namespace Tandem
