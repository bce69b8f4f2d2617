#pragma once

#include "core/base/clock.h"
#include "core/domain/number.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QString>

namespace Tandem {

/// A number's state in words, with the colours that go with them. Pure; texts are translated.
class NumberWords
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::NumberWords)
public:
    struct State
    {
        QString text;
        Theme::Color color = Theme::Color::Muted;
        Theme::Color wash = Theme::Color::Chip;
    };

    [[nodiscard]] static State state(const Number &number);
    /// What happened and what it means, for every state in which the number does not simply work; else empty.
    [[nodiscard]] static QString explanation(const Number &number, int waiting);
    /// The platform's disconnection_info.reason and initiated_by in words.
    [[nodiscard]] static QString disconnectReason(const QString &reason, const QString &by);
    /// From day 13 without a message typed on the phone; empty before and for numbers that are not linked.
    [[nodiscard]] static QString activityWarning(const Number &number, UtcTime now);
    [[nodiscard]] static QString historyPhase(int phase);
    [[nodiscard]] static QString historyState(const HistoryProgress &history);
    [[nodiscard]] static QString quality(const QString &rating);
    [[nodiscard]] static QString messagingLimit(const QString &tier);
    [[nodiscard]] static QString title(const Number &number);
    [[nodiscard]] static QString subtitle(const Number &number);
    [[nodiscard]] static QString ago(UtcTime now, std::optional<UtcTime> then);
    [[nodiscard]] static QString date(UtcTime time); ///< in the person's zone and language
    [[nodiscard]] static QString dateTime(UtcTime time);
    [[nodiscard]] static QString count(qint64 value);
};

} // namespace Tandem
