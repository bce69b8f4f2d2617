#pragma once

#include "core/base/on_finished.h"
#include "core/domain/number.h"
#include "core/providers/provider.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace Tandem {

class NumberStore;
class TokenBook;

/// Which numbers this gateway has a token for, so that it leaves the others to a gateway that has theirs. Lives in the
/// gateway thread.
class TokenCensus final : public QObject
{
    Q_OBJECT
public:
    TokenCensus(NumberStore &numbers, TokenBook &tokens, QObject *parent = nullptr);

    void look(); ///< tokens changed, here or at another gateway
    void numbersChanged(const QSet<NumberId> &numbers); ///< looks when there is one that was not counted yet

Q_SIGNALS:
    /// Their phone_number_ids; after each look.
    void counted(const QStringList &phoneNumberIds);
    void replaced(); ///< a number has another token than before

private:
    struct Round;
    void ask(const QList<Number> &numbers);
    void take(const Round &round);
    void again();

    NumberStore &m_numbers;
    TokenBook &m_tokens;
    QTimer m_retry;
    QSet<NumberId> m_known;
    QHash<QString, Secret> m_have;
    bool m_looking = false;
    bool m_lookAgain = false;
};

} // namespace Tandem
