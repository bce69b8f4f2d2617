#pragma once

#include "core/domain/number.h"
#include "core/domain/template.h"
#include "core/gateway/send/send_context.h"
#include "core/providers/events.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace Tandem {

/// Keeps the list of each WhatsApp Business account's templates: after a number was linked, once a day, when a webhook
/// names a template that is not in it, and when a person asks. A list is replaced as a whole or not at all. Lives in the
/// gateway thread.
class TemplateFetcher final : public QObject
{
    Q_OBJECT
public:
    static constexpr Seconds Every{24 * 3600};
    static constexpr Seconds ByWebhook{60}; ///< at most so often because of webhooks
    static constexpr int MaxPages = 200; ///< far above the platform's 6,000 templates

    using Done = std::function<void(const Result<> &)>;

    explicit TemplateFetcher(const SendContext &context, QObject *parent = nullptr);
    void start();
    void numbersChanged();
    void tokensChanged();
    void numberLinked(const QString &phoneNumberId);
    /// Fetches the list now; `done` comes once, after the list is stored or with what went wrong.
    void run(const QString &wabaId, Done done = {});
    /// Status, quality and category webhooks; from any thread, after they were applied or before.
    void observe(const std::vector<Event> &events);
    void stop();

Q_SIGNALS:
    void reachable(bool yes);

private:
    struct Run
    {
        QString wabaId;
        Secret token;
        QList<MessageTemplate> list;
        QSet<QString> cursors; ///< seen; a circle must end
        UtcTime asked; ///< when the request of its first page went out
        UtcTime pageAsked;
        int pages = 0;
        bool restarted = false;
        std::vector<Done> waiting;
    };
    using RunPtr = std::shared_ptr<Run>;
    struct Named
    {
        QString wabaId;
        QString platformId;
        QString name;
        QString language;
    };
    void look();
    void considerAge(const QString &wabaId);
    void considerNames(const QString &wabaId);
    void findToken(const RunPtr &run, QStringList phoneNumberIds);
    void nextPage(const RunPtr &run, const QString &after);
    void took(const RunPtr &run, const TemplatePage &page);
    void whole(const RunPtr &run);
    void broken(const RunPtr &run, const Error &error);
    void finish(const RunPtr &run, const Result<> &outcome);
    [[nodiscard]] static std::optional<Named> namedIn(const Event &event);

    const SendContext m_context;
    QHash<QString, QStringList> m_numbersOf; ///< linked numbers' phone_number_ids by WABA
    QHash<QString, RunPtr> m_runs;
    QHash<QString, QList<Named>> m_named; ///< by webhooks, not looked up yet
    QHash<QString, MonoTime> m_notBefore; ///< when a list may be fetched by ourselves again
    QHash<QString, int> m_silences;
    QSet<QString> m_linked; ///< phone_number_ids whose accounts have a list to fetch whatever its age
    QTimer m_timer;
    QTimer m_namesTimer;
    bool m_stopped = false;
};

} // namespace Tandem
