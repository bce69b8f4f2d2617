#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <atomic>
#include <memory>

namespace Tandem {

/// A statement of one session: bound, run and stepped through. Columns count from 0.
class Cursor
{
public:
    virtual ~Cursor() = default;
    virtual void bind(const QString &name, const QVariant &value) = 0; ///< ":name"; kept until bound anew
    [[nodiscard]] virtual bool exec() = 0;
    [[nodiscard]] virtual bool next() = 0;
    [[nodiscard]] virtual bool failed() const = 0; ///< the last exec, or a step since
    [[nodiscard]] virtual Error error() const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0; ///< of text: UTF-8
    [[nodiscard]] virtual int affected() const = 0;
    virtual void finish() = 0; ///< lets go of rows and read locks
};

/// What a failed statement means for the transaction around it. In order of weight.
enum class Trouble {
    None,
    Other, ///< the statement's own fault
    Clash, ///< another writer made the same row first: a second try sees it
    Conflict, ///< deadlock, serialization, lock time-out: the whole transaction has to be repeated
    Lost, ///< the connection is gone
};

/// An engine's connection, used by one thread at a time.
class Session
{
public:
    virtual ~Session() = default;
    /// Also opens anew what was lost; prepared statements follow by themselves.
    [[nodiscard]] virtual Result<> open() = 0;
    [[nodiscard]] virtual std::unique_ptr<Cursor> cursor(const QString &sql) = 0;
    /// Text without parameters: transaction control, settings, migrations. A COMMIT that rolled back is an error.
    [[nodiscard]] virtual Result<> executeText(const QString &sql) = 0;
    [[nodiscard]] virtual Result<QVariant> scalarText(const QString &sql) = 0;

    [[nodiscard]] Trouble trouble() const { return m_trouble; } ///< the heaviest since clearTrouble()
    void clearTrouble() { m_trouble = Trouble::None; }

    // For servers; files have none of this.
    /// Once `stop` is set, a call that waits for the server gives up after a few seconds.
    virtual void setStop(const std::atomic<bool> *stop) { Q_UNUSED(stop) }
    /// Rows are fetched while they are read and no answer is too late: for reading everything.
    virtual void setPatient(bool patient) { Q_UNUSED(patient) }
    [[nodiscard]] virtual qintptr socket() const { return -1; }
    /// Takes what the server has sent by itself: true when it notified us (or the connection is gone: see trouble()).
    [[nodiscard]] virtual bool heard() { return false; }

protected:
    void note(Trouble trouble) { m_trouble = std::max(m_trouble, trouble); }

private:
    Trouble m_trouble = Trouble::None;
};

} // namespace Tandem
