#include "app/gateway/commands/commands.h"
#include "app/gateway/commands/workspace_access.h"
#include "core/providers/meta/request_builder.h"

#include <QCoreApplication>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem::Commands {
namespace {

Result<OutboxItem> itemFor(const GatewayCommand &command, const Number &number)
{
    const auto content = Meta::textContent(command.text);
    TANDEM_TRY(content);
    OutboxItem item;
    item.numberId = number.id;
    item.phoneNumberId = number.phoneNumberId;
    item.toPhone = command.to.phone;
    item.toBsuid = command.to.bsuid;
    item.type = u"text"_s;
    item.text = command.text;
    item.content = *content;
    return item;
}

/// Writes lines to stdout until the other side has enough of them.
class LineWriter
{
public:
    bool operator()(const QByteArray &line)
    {
        m_fine = m_fine && std::fwrite(line.constData(), 1, size_t(line.size()), stdout) == size_t(line.size()) && std::fputc('\n', stdout) != EOF;
        return m_fine;
    }
    [[nodiscard]] Result<> finish()
    {
        if (m_fine && std::fflush(stdout) == 0) return {};
        return failure(ErrorCode::Io, QCoreApplication::translate("GatewayApplication", "The export could not be written."));
    }

private:
    bool m_fine = true;
};

Result<std::optional<UtcTime>> timeOf(const GatewayCommand &command, const QString &name)
{
    if (command.option(name).isEmpty()) return std::optional<UtcTime>();
    bool ok = false;
    const auto time = fromIso(command.option(name), &ok);
    if (ok) return std::optional(time);
    return failure(ErrorCode::Usage, QCoreApplication::translate("CommandLine", "--%1 must be a time like 2026-11-23T09:00:00Z.").arg(name));
}

} // namespace

Result<> send(const GatewayCommand &command, const ClockPtr &clock)
{
    auto store = openAsGateway(command.database, 0, clock);
    if (!store) return failure(store.error());
    const auto number = waitFor((*store)->numbers().byPhoneNumberId(command.number));
    if (!number) {
        auto error = number.error();
        if (error.code == ErrorCode::NotFound) error.code = ErrorCode::Refused;
        return failure(error);
    }
    auto item = itemFor(command, *number);
    TANDEM_TRY(item);
    QList<OutboxItem> items(command.count, *item);
    for (auto &each : items) each.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    // One transaction: a refusal must mean that nothing was queued, also when the window closes just now.
    TANDEM_TRY(waitFor((*store)->outbox().enqueueAll(items, QString())));
    (*store)->flush();
    return {};
}

Result<> exportLines(const GatewayCommand &command, const ClockPtr &clock)
{
    auto store = openAsGateway(command.database, 0, clock);
    if (!store) return failure(store.error());
    LineWriter writer;
    TANDEM_TRY((*store)->exporter().jsonLines([&writer](const QByteArray &line) { return writer(line); }));
    return writer.finish();
}

Result<> exportAudit(const GatewayCommand &command, const ClockPtr &clock)
{
    AuditFilter filter;
    filter.who = command.option(u"who"_s);
    const auto from = timeOf(command, u"from"_s);
    TANDEM_TRY(from);
    filter.from = *from;
    const auto to = timeOf(command, u"to"_s);
    TANDEM_TRY(to);
    filter.to = *to;
    auto store = openBeside(command.database, clock);
    if (!store) return failure(store.error());
    LineWriter writer;
    TANDEM_TRY((*store)->audit().jsonLines(filter, [&writer](const QByteArray &line) { return writer(line); }));
    return writer.finish();
}

Result<> doctor(const GatewayCommand &command, const ClockPtr &clock)
{
    auto store = openAsGateway(command.database, 0, clock);
    if (!store) return failure(store.error());
    const auto report = (*store)->exporter().doctor();
    if (!report) return failure(report.error());
    for (const auto &fact : report->facts) sayLine(fact);
    for (const auto &problem : report->problems) sayLine(u"problem: "_s + problem);
    if (report->problems.isEmpty()) return {};
    return failure(ErrorCode::Database,
        QCoreApplication::translate("GatewayApplication", "%n problem(s) found.", nullptr, int(report->problems.size())));
}

} // namespace Tandem::Commands
