#include "core/store/search/search_index.h"

#include "core/store/search/search_repair.h"
#include "core/store/search/search_text.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int idBits = 30; // a thousand million messages; 33 bits are left for seconds
constexpr qint64 lastSecond = (qint64(1) << 32) - 1;

} // namespace

qint64 SearchIndex::entryOf(qint64 messageId, qint64 timestampMs)
{
    return (std::clamp(timestampMs / 1000, qint64(0), lastSecond) << idBits) | messageId;
}

qint64 SearchIndex::messageOf(qint64 entry) { return entry & ((qint64(1) << idBits) - 1); }

void SearchIndex::add(qint64 messageId, qint64 timestampMs, QStringView text)
{
    if (auto tokens = SearchText::tokens(text); !tokens.isEmpty()) m_added.push_back({entryOf(messageId, timestampMs), messageId, std::move(tokens)});
}

void SearchIndex::remove(qint64 messageId, qint64 timestampMs, QStringView text)
{
    if (auto tokens = SearchText::tokens(text); !tokens.isEmpty()) m_removed.push_back({entryOf(messageId, timestampMs), messageId, std::move(tokens)});
}

JsonRows SearchIndex::rowsOf(const Dialect &dialect, std::vector<Entry> &entries)
{
    // FTS5 writes its buffer out whenever a number is smaller than the one before.
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.entry < b.entry; });
    JsonRows rows;
    for (const auto &e : entries) rows.row().add(e.entry).addUtf8(dialect.indexText(e.tokens)).add(e.message);
    return rows;
}

Result<> SearchIndex::skipUnbuilt(Connection &db)
{
    const auto unbuilt = SearchRepair::unbuilt(db);
    if (!unbuilt) return failure(unbuilt.error());
    if (*unbuilt == 0) return {};
    // Not in the index now; it gets there with the text it has then.
    const auto later = [&](const Entry &e) { return e.message <= *unbuilt; };
    std::erase_if(m_added, later);
    std::erase_if(m_removed, later);
    return {};
}

Result<> SearchIndex::write(Connection &db)
{
    if (!m_removed.empty()) TANDEM_TRY(skipUnbuilt(db));
    auto done = db.execute(u"unindex_messages", rowsOf(db.dialect(), m_removed));
    if (done) done = db.execute(u"index_messages", rowsOf(db.dialect(), m_added));
    if (done || !SearchRepair::isIndexDamage(done.error())) return done;
    // A damaged index must not keep messages from being stored: it is derived, and built anew from them.
    return SearchRepair::empty(db);
}

} // namespace Tandem
