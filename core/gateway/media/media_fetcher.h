#pragma once

#include "core/base/clock.h"
#include "core/gateway/media/progress_gate.h"
#include "core/gateway/send/send_context.h"
#include "core/store/stores.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>

namespace Tandem {

/// Fetches the bytes of media as soon as messages name them: a webhook's URL dies after 5 minutes, its id after 7 days.
/// Newest first, a few at a time; bytes are hashed and kept by content, under the type that they are and not the one that
/// the webhook said. Lives in the gateway thread.
class MediaFetcher final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 LargestFile = 100 * 1024 * 1024; ///< the platform's cap; larger ones are not kept
    static constexpr int ErrorBudget = 10; ///< per number and hour; the platform blocks media after 20
    static constexpr Seconds UrlLife{270}; ///< of the 300 s, with a margin for the clock
    static constexpr Seconds IdLife{7 * 86400}; ///< from the webhook that named it, which for a history's media is 14 days late at most

    explicit MediaFetcher(const SendContext &context, QObject *parent = nullptr);
    void wake();
    void tokensChanged();
    void stop(); ///< nothing is written after it; half-fetched files are removed

Q_SIGNALS:
    void reachable(bool yes);
    void progress(Tandem::MessageId id, qint64 got, qint64 total); ///< bytes; at most 10 a second and file

private:
    struct Fetch
    {
        MediaJob job;
        Secret token;
        QString path; ///< of the half-fetched file
        bool byUrl = false;
        ProgressGate gate;
    };
    using FetchPtr = std::shared_ptr<Fetch>;
    void look();
    void lookAt(int count);
    void begin(const MediaJob &job);
    void askLink(const FetchPtr &fetch);
    void download(const FetchPtr &fetch, const QString &url, const QString &expectedHash, const QString &mime);
    void arrived(const FetchPtr &fetch, const QString &hash, const QString &expectedHash, const QString &mime);
    void stumbled(const FetchPtr &fetch, const Error &error);
    void fail(const FetchPtr &fetch, const QString &reason, bool forGood);
    void recorded(const FetchPtr &fetch, const Result<bool> &kept);
    void end(const FetchPtr &fetch);
    [[nodiscard]] bool mayAsk(const QString &phoneNumberId);
    void countError(const QString &phoneNumberId);

    const SendContext m_context;
    QSet<MessageId> m_underWay;
    QSet<QString> m_partFiles;
    QHash<QString, std::deque<MonoTime>> m_errors;
    QHash<QString, MonoTime> m_withoutToken; ///< numbers, and when to ask for their token again
    QTimer m_timer;
    MonoTime m_pausedUntil{};
    int m_silences = 0;
    bool m_looking = false;
    bool m_again = false;
    bool m_stopped = false;
};

} // namespace Tandem
