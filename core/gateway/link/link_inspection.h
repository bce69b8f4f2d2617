#pragma once

#include "core/gateway/link/link_parts.h"
#include "core/gateway/link/link_trouble.h"

#include <QObject>

#include <functional>

namespace Tandem {

/// A number that the new token opens, with the account it belongs to.
struct LinkFound
{
    QString wabaId;
    PhoneNumberInfo number;
};

/// What the token is good for: is it of our app, has it the two permissions, which accounts and numbers does it open.
class LinkInspection final : public QObject
{
    Q_OBJECT
public:
    struct Outcome
    {
        QList<LinkFound> found;
        std::optional<Error> again; ///< worth another try later
        std::optional<LinkTrouble> trouble;
    };
    using Done = std::function<void(const Outcome &)>;
    LinkInspection(const LinkParts &parts, const LinkConfig &config, const Secret &token, QObject *parent);

    /// `wabaHint` is what the page said; empty: the token tells.
    void start(const QString &wabaHint, Done done);

private:
    void judge(const TokenInfo &info);
    void nextWaba();
    void end();

    const LinkParts m_parts;
    const LinkConfig m_config;
    const Secret m_token;
    QString m_wabaHint;
    QStringList m_wabas;
    Outcome m_outcome;
    Done m_done;
};

} // namespace Tandem
