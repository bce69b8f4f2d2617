#pragma once

#include "tests/bench/report.h"

#include <QString>

namespace Bench {

struct Options
{
    bool smoke = false; ///< a thousandth of the work: only proves that the benches run
    QString folder; ///< databases are made here; its file system's fsync is part of what is measured
    int messages = 1'000'000; ///< of the large database, which is kept in the folder between runs

    [[nodiscard]] int scaled(int full, int small) const { return smoke ? small : full; }
};

void benchWebhooks(const Options &options, Report &report);
void benchHistory(const Options &options, Report &report);
void benchSearch(const Options &options, Report &report);
void benchInbox(const Options &options, Report &report);
void benchTeamWebhooks(const Options &options, Report &report);
void benchTeamCold(const Options &options, Report &report);
#ifdef TANDEM_BENCH_DESKTOP
void benchTeamLive(const Options &options, Report &report);
void benchTimeline(const Options &options, Report &report);
void benchPictures(const Options &options, Report &report);
void benchDesktop(const Options &options, Report &report);
[[nodiscard]] int desktopChild(const QString &database, qint64 begunMicros);
#endif

/// The database of `options.messages` messages, made by the gateway itself from history webhooks when it is not there yet.
[[nodiscard]] QString largeDatabase(const Options &options);
/// A database with a conversation of 100,000 messages beside a short one, kept as well.
[[nodiscard]] QString longConversation(const Options &options);

} // namespace Bench
