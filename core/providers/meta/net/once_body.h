#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Tandem::Meta {

/// A request body that is handed to the network at most once. QNetworkAccessManager repeats a request by itself when the
/// server closes the connection without an answer; a message must never be sent twice, so rewinding is refused as soon
/// as a byte was taken. `touched` also tells whether anything can have left at all.
class OnceBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(QByteArray bytes);
    [[nodiscard]] bool touched() const { return m_touched; }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 length) override;

private:
    QByteArray m_bytes;
    bool m_touched = false;
};

} // namespace Tandem::Meta
