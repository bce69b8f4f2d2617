#pragma once

#include "core/domain/changes.h"
#include "core/domain/link.h"
#include "core/domain/number.h"
#include "ui/ui_context.h"

#include <QObject>

namespace Tandem {

/// One link request as the window follows it: a row in the store that the gateway works on. Closing the window leaves
/// the row; only cancel() ends it. GUI thread.
class LinkSession final : public QObject
{
    Q_OBJECT
public:
    explicit LinkSession(UiContext &context, QObject *parent = nullptr);

    void start(); ///< a fresh request
    void cancel(); ///< while nothing once-only was used; harmless later
    void choose(const QString &phoneNumberId);

    [[nodiscard]] bool isRunning() const; ///< started, and neither done, failed nor cancelled
    [[nodiscard]] const LinkRequest &request() const { return m_request; }
    [[nodiscard]] const Number &number() const { return m_number; } ///< id 0 until the number is known
    [[nodiscard]] int newMessages() const { return m_newMessages; } ///< from customers since the number was linked

Q_SIGNALS:
    void requestChanged();
    void numberChanged();
    void startFailed(const QString &text);

private:
    void follow(const Changes &changes);
    void loadRequest();
    void loadNumber();

    UiContext &m_context;
    LinkRequest m_request;
    Number m_number;
    int m_newMessages = 0;
};

} // namespace Tandem
