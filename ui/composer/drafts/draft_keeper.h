#pragma once

#include "core/base/id.h"
#include "core/domain/draft.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace Tandem {

class Clock;
class DraftStore;

/// Whose draft: a conversation's reply or its note. Nothing is ever looked up by "the open one".
struct DraftKey
{
    ConversationId id;
    DraftMode mode = DraftMode::Reply;
    friend bool operator==(const DraftKey &, const DraftKey &) = default;
    friend size_t qHash(const DraftKey &key, size_t seed = 0) { return qHashMulti(seed, key.id.value, int(key.mode)); }
};

/// Keeps what was not sent yet, each under its conversation and mode and nothing else, and saves it within a second of
/// the last key. What is being sent is kept apart until the outbox has it. GUI thread.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr int SaveAfterMs = 500;

    DraftKeeper(DraftStore &store, const Clock &clock, QObject *parent = nullptr);
    ~DraftKeeper() override;

    void edit(const DraftKey &key, const Draft &draft);
    /// What is known here, nullopt before the first edit or load.
    [[nodiscard]] std::optional<Draft> known(const DraftKey &key) const;
    /// Asks the store, once. What was typed before the answer came keeps its text and gets the stored draft's files.
    void load(const DraftKey &key, QObject *context, std::function<void(const DraftKey &, const Draft &)> loaded);
    void flush(); ///< saves what is not saved yet, at once

    /// The draft leaves the composer; the stored one stays until `sent`, so that a crash in between loses nothing.
    void sending(const DraftKey &key);
    void sent(const DraftKey &key);
    /// Puts it back before what was written meanwhile; returns the whole.
    Draft notSent(const DraftKey &key, const Draft &draft);

private:
    void save(const DraftKey &key);

    DraftStore &m_store;
    const Clock &m_clock;
    QHash<DraftKey, Draft> m_drafts; ///< newer than, or equal to, what the store has
    QSet<DraftKey> m_unsaved;
    QSet<DraftKey> m_loading;
    QTimer m_timer;
};

} // namespace Tandem
