#pragma once

#include "core/store/postgres/postgres_session.h"
#include "core/store/postgres/postgres_text.h"

#include <vector>

namespace Tandem {

class PostgresCursor final : public Cursor
{
public:
    PostgresCursor(PostgresSession &session, const QString &sql);

    void bind(const QString &name, const QVariant &value) override;
    [[nodiscard]] bool exec() override;
    [[nodiscard]] bool next() override;
    [[nodiscard]] bool failed() const override { return m_failed; }
    [[nodiscard]] Error error() const override { return m_error; }
    [[nodiscard]] bool isNull(int column) const override { return PQgetisnull(m_rows.get(), m_row, column) != 0; }
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArray bytes(int column) const override;
    [[nodiscard]] int affected() const override { return m_affected; }
    void finish() override;

private:
    struct Value
    {
        QByteArray bytes;
        bool null = true;
        bool binary = false;
    };
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool send();
    bool fail(const PGresult *result);
    [[nodiscard]] QByteArrayView raw(int column) const;

    PostgresSession &m_session;
    PostgresText m_text;
    std::vector<Value> m_values;
    QByteArray m_name;
    int m_preparedIn = 0; ///< the session's generation
    PostgresSession::ResultPtr m_rows;
    int m_row = -1;
    int m_affected = 0;
    bool m_streaming = false;
    bool m_failed = false;
    Error m_error;
};

} // namespace Tandem
