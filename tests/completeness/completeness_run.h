#pragma once

#include "tests/completeness/cases.h"
#include "tests/gateway/content/content_world.h"
#include "ui/theme/theme.h"

namespace Tandem::Testing {

/// What became of one webhook.
struct Outcome
{
    bool received = false; ///< answered with 200, and nothing of it lies in quarantine
    bool stored = false; ///< the export says everything of it that the wire said
    bool shown = false; ///< its words are painted, its drawing is there
    [[nodiscard]] bool whole() const { return received && stored && shown; }
};

/// Sends webhooks to a real gateway over HTTP and looks at the export of its database and at the bubbles.
class CompletenessRun
{
public:
    CompletenessRun();

    [[nodiscard]] Outcome fromCustomer(const ContentCase &each);
    [[nodiscard]] Outcome fromPhone(const ContentCase &each);
    [[nodiscard]] Outcome fromHistory(const ContentCase &each);

    struct Change
    {
        QString name;
        Outcome outcome;
    };
    /// Statuses, edits, revokes, reactions and system messages.
    [[nodiscard]] QList<Change> changes();
    /// That the checks can fail: what was never sent is neither stored nor shown.
    [[nodiscard]] bool noticesWhatIsMissing();

private:
    [[nodiscard]] QString nextWamid();
    [[nodiscard]] bool deliver(const QByteArray &body);
    [[nodiscard]] Outcome check(const ContentCase &each, const QString &wamid, bool received);
    [[nodiscard]] bool isStored(const QJsonObject &message, const QString &wamid);
    [[nodiscard]] QString exported(const QString &wamid);
    [[nodiscard]] QString painted(const Message &message, bool opened = false) const;
    [[nodiscard]] bool isDrawn(const Message &message, const QString &what) const;
    /// Comes true within m_patienceMs.
    [[nodiscard]] bool soon(const std::function<bool()> &condition) const;
    [[nodiscard]] QString sendOne(const QString &text);
    [[nodiscard]] QString writeOne(const QString &text, bool onPhone);
    [[nodiscard]] bool send(const QString &field, const QString &list, const QJsonObject &message, bool fromBusiness);
    [[nodiscard]] QJsonObject addressed(QJsonObject message, const QString &wamid, bool fromBusiness) const;
    [[nodiscard]] Outcome status(const QString &word, const QString &painted, int code = 0);
    [[nodiscard]] Outcome edit(bool onPhone, bool first);
    [[nodiscard]] Outcome revoke(bool onPhone);
    [[nodiscard]] Outcome reactions(bool onPhone);
    [[nodiscard]] Outcome numberChange();

    ContentWorld m_world;
    Theme m_theme;
    int m_serial = 0;
    int m_patienceMs = 6000;
};

} // namespace Tandem::Testing
