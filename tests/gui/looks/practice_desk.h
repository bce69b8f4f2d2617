#pragma once

#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "tests/sandbox/sandbox_process.h"
#include "ui/theme/theme.h"
#include "ui/ui_context.h"

#include <QTemporaryDir>

namespace Tandem::Testing {

/// What the desktop shows, over a real gateway and the real tandem-sandbox: a shop with six months of talk, the
/// conversation that holds every type of message in both directions, and answers from the desk.
class PracticeDesk
{
public:
    explicit PracticeDesk(const QString &language); ///< "en" or "zh": what people say
    ~PracticeDesk();

    /// Empty once all has arrived and was fetched, read and answered; else what did not come.
    [[nodiscard]] QString begin();
    [[nodiscard]] ConversationRow row(); ///< of the conversation with every type
    [[nodiscard]] QList<Message> messages(); ///< of it, oldest first
    [[nodiscard]] const QJsonObject &ids() const { return m_ids; } ///< wamids by the names of the scenario's steps
    [[nodiscard]] UiContext &context() { return *m_context; }
    [[nodiscard]] SandboxProcess &sandbox() { return m_sandbox; }
    [[nodiscard]] Store &store() { return *m_store; }

    Theme theme;
    UserSettings settings{QString()};

private:
    [[nodiscard]] bool chinese() const { return m_language == QLatin1StringView("zh"); }
    void openStore();
    [[nodiscard]] bool startGateway();
    [[nodiscard]] bool historyIsHere();
    [[nodiscard]] bool everythingIsHere();
    void othersWrite();
    void answer();
    void send(const QString &type, const QString &text, QJsonObject content, const QString &replyTo = {});
    [[nodiscard]] bool sendTemplate();
    [[nodiscard]] bool answersAre(int readWanted, int failedWanted);

    QString m_language;
    SandboxProcess m_sandbox;
    QTemporaryDir m_folder;
    std::shared_ptr<SystemClock> m_clock = std::make_shared<SystemClock>();
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<ChangeFeed> m_feed;
    std::unique_ptr<UiContext> m_context;
    QString m_key;
    QJsonObject m_ids;
    NumberId m_number;
    int m_sent = 0;
};

} // namespace Tandem::Testing
