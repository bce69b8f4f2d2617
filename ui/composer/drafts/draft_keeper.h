#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/draft.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Tandem {

class Clock;
class DraftStore;
class SpareDrafts;
class UserSettings;

/// Whose draft: a conversation's reply or its note. Nothing is ever looked up by "the open one".
struct DraftKey
{
    ConversationId id;
    DraftMode mode = DraftMode::Reply;
    friend bool operator==(const DraftKey &, const DraftKey &) = default;
    friend size_t qHash(const DraftKey &key, size_t seed = 0) { return qHashMulti(seed, key.id.value, int(key.mode)); }
};

/// Keeps what was not sent yet, each under its conversation and mode and nothing else, and saves it within a second of
/// the last key. What is being sent is kept apart until the outbox has it. What the store can't take just now (a server that is
/// away) is tried again, and joins what somebody else has stored meanwhile instead of replacing it. GUI thread.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr int SaveAfterMs = 500;

    DraftKeeper(DraftStore &store, const Clock &clock, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// From now on what the store doesn't take survives a restart.
    void spillInto(UserSettings &settings, const QString &place);
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

Q_SIGNALS:
    void joined(const Tandem::DraftKey &key, const Tandem::Draft &draft); ///< with what the store had: show it so

private:
    [[nodiscard]] std::optional<Draft> take(const DraftKey &key, const Result<Draft> &stored);
    void save(const DraftKey &key);
    void write(const DraftKey &key);
    void notWritten(const DraftKey &key, const Error &error);
    void join(const DraftKey &key, const Draft &stored);

    DraftStore &m_store;
    const Clock &m_clock;
    std::unique_ptr<SpareDrafts> m_spare;
    QHash<DraftKey, Draft> m_drafts; ///< newer than, or equal to, what the store has
    QHash<DraftKey, Draft> m_stored; ///< what the store was last seen to have
    QSet<DraftKey> m_shaky; ///< could not be read or written: the store may have something newer
    QSet<DraftKey> m_unsaved;
    QSet<DraftKey> m_loading;
    QTimer m_timer;
};

} // namespace Tandem
