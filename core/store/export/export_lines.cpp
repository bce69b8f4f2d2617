#include "core/store/export/export_lines.h"

#include "core/store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 serviceWindowMs = 24LL * 3600 * 1000;

QJsonValue textOrNull(const Statement &row, int column)
{
    const auto text = row.text(column);
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(const Statement &row, int column, qint64 plusMs = 0)
{
    if (row.isNull(column)) return QJsonValue(QJsonValue::Null);
    return toIso(fromEpochMillis(row.integer(column) + plusMs));
}

QJsonArray arrayAt(const Statement &row, int column) { return QJsonDocument::fromJson(row.text(column).toUtf8()).array(); }

QByteArray bytes(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QJsonValue errorOrNull(const Statement &row, int code, int title, int details)
{
    if (row.integer(code) == 0) return QJsonValue(QJsonValue::Null);
    return QJsonObject{{u"code"_s, row.integer(code)}, {u"title"_s, textOrNull(row, title)},
        {u"details"_s, details < 0 ? QJsonValue(QJsonValue::Null) : textOrNull(row, details)}};
}

QJsonArray reactions(const Statement &row, int column, const QString &contact)
{
    QJsonArray array;
    for (const auto &value : arrayAt(row, column)) {
        const bool ours = value[u"from"_s].toString() == "business"_L1;
        array.append(QJsonObject{{u"from"_s, ours ? u"business"_s : contact}, {u"emoji"_s, value[u"emoji"_s]}});
    }
    return array;
}

QJsonArray edits(const Statement &row, int column)
{
    QJsonArray array;
    for (const auto &value : arrayAt(row, column)) {
        array.append(QJsonObject{{u"text"_s, value[u"text"_s]}, {u"timestamp"_s, toIso(fromEpochMillis(value[u"ms"_s].toInteger()))}});
    }
    return array;
}

QJsonObject mediaAt(const Statement &row, int first)
{
    if (row.isNull(first)) {
        return {{u"state"_s, word(MediaState::None)}, {u"mime"_s, QJsonValue::Null}, {u"sha256"_s, QJsonValue::Null},
            {u"id"_s, QJsonValue::Null}, {u"filename"_s, QJsonValue::Null}};
    }
    return {{u"state"_s, row.text(first)}, {u"mime"_s, textOrNull(row, first + 1)}, {u"sha256"_s, textOrNull(row, first + 2)},
        {u"id"_s, textOrNull(row, first + 3)}, {u"filename"_s, textOrNull(row, first + 4)}};
}

/// Columns of export_messages.
QJsonObject messageLine(const Statement &row)
{
    const auto contact = row.text(2);
    const auto status = row.text(9);
    return {{u"kind"_s, u"message"_s}, {u"number"_s, row.text(0)}, {u"wamid"_s, row.text(1)}, {u"conversation"_s, contact},
        {u"contact"_s, contact}, {u"direction"_s, row.text(3)}, {u"origin"_s, row.text(4)}, {u"source"_s, row.text(5)},
        {u"type"_s, row.text(6)}, {u"text"_s, textOrNull(row, 7)}, {u"timestamp"_s, timeOrNull(row, 8)},
        {u"status"_s, status == "none"_L1 ? QJsonValue(QJsonValue::Null) : QJsonValue(status)},
        {u"edited"_s, !row.isNull(10)}, {u"edits"_s, edits(row, 10)}, {u"revoked"_s, row.flag(11)},
        {u"reply_to"_s, textOrNull(row, 12)}, {u"reactions"_s, reactions(row, 13, contact)}, {u"error"_s, errorOrNull(row, 14, 15, 16)},
        {u"payload"_s, objectAt(row, 17)}, {u"media"_s, mediaAt(row, 18)}};
}

} // namespace

Result<> ExportLines::write()
{
    for (const auto kind : {&ExportLines::contacts, &ExportLines::conversations, &ExportLines::deliveries, &ExportLines::messages,
             &ExportLines::numbers, &ExportLines::outbox}) {
        if (m_go) TANDEM_TRY((this->*kind)());
    }
    return {};
}

Result<> ExportLines::contacts()
{
    auto row = m_db.run(u"export_contacts");
    if (!row.ok()) return failure(row.error());
    while (m_go && row.next()) {
        m_go = m_line(bytes({{u"kind"_s, u"contact"_s}, {u"number"_s, row.text(0)}, {u"key"_s, row.text(1)}, {u"phones"_s, arrayAt(row, 2)},
            {u"bsuids"_s, arrayAt(row, 3)}, {u"usernames"_s, arrayAt(row, 4)}, {u"names"_s, arrayAt(row, 5)}}));
    }
    if (row.failedWhileReading()) return failure(row.error());
    return {};
}

Result<> ExportLines::conversations()
{
    auto row = m_db.run(u"export_conversations");
    if (!row.ok()) return failure(row.error());
    while (m_go && row.next()) {
        m_go = m_line(bytes({{u"kind"_s, u"conversation"_s}, {u"number"_s, row.text(0)}, {u"key"_s, row.text(1)}, {u"contact"_s, row.text(1)},
            {u"state"_s, row.text(2)}, {u"unread"_s, row.integer(3)}, {u"last_message_at"_s, timeOrNull(row, 4)},
            {u"window_expires_at"_s, timeOrNull(row, 5, serviceWindowMs)}, {u"labels"_s, arrayAt(row, 6)}, {u"assignee"_s, textOrNull(row, 7)}}));
    }
    if (row.failedWhileReading()) return failure(row.error());
    return {};
}

Result<> ExportLines::deliveries()
{
    auto row = m_db.run(u"export_deliveries");
    if (!row.ok()) return failure(row.error());
    while (m_go && row.next()) {
        m_go = m_line(bytes({{u"kind"_s, u"delivery"_s}, {u"id"_s, row.integer(0)}, {u"received_at"_s, timeOrNull(row, 1)},
            {u"state"_s, row.text(2)}, {u"reason"_s, textOrNull(row, 3)}}));
    }
    if (row.failedWhileReading()) return failure(row.error());
    return {};
}

Result<> ExportLines::messages()
{
    QList<qint64> ids;
    {
        auto numbers = m_db.run(u"export_number_ids");
        if (!numbers.ok()) return failure(numbers.error());
        while (numbers.next()) ids.append(numbers.integer(0));
    }
    for (const auto id : ids) {
        auto row = m_db.run(u"export_messages", {{u":number_id", id}});
        if (!row.ok()) return failure(row.error());
        while (m_go && row.next()) m_go = m_line(bytes(messageLine(row)));
        if (row.failedWhileReading()) return failure(row.error());
    }
    return {};
}

Result<> ExportLines::numbers()
{
    auto row = m_db.run(u"export_numbers");
    if (!row.ok()) return failure(row.error());
    while (m_go && row.next()) {
        m_go = m_line(bytes({{u"kind"_s, u"number"_s}, {u"number"_s, row.text(0)}, {u"waba"_s, textOrNull(row, 1)},
            {u"display"_s, textOrNull(row, 2)}, {u"name"_s, textOrNull(row, 3)}, {u"state"_s, row.text(4)},
            {u"coexistence"_s, row.flag(5)}, {u"onboarded_at"_s, timeOrNull(row, 6)}, {u"limit"_s, row.integer(7)}}));
    }
    if (row.failedWhileReading()) return failure(row.error());
    return {};
}

Result<> ExportLines::outbox()
{
    auto row = m_db.run(u"export_outbox");
    if (!row.ok()) return failure(row.error());
    while (m_go && row.next()) {
        m_go = m_line(bytes({{u"kind"_s, u"outbox"_s}, {u"client_id"_s, row.text(0)}, {u"number"_s, row.text(1)}, {u"to"_s, textOrNull(row, 2)},
            {u"state"_s, row.text(3)}, {u"wamid"_s, textOrNull(row, 4)}, {u"attempts"_s, row.integer(5)}, {u"error"_s, errorOrNull(row, 6, 7, -1)}}));
    }
    if (row.failedWhileReading()) return failure(row.error());
    return {};
}

} // namespace Tandem
