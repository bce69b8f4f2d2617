#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace Tandem::Testing {

/// One kind of content, as a customer would send it (coexistence-protocol §3.5), and what its bubble must say or draw.
struct ContentCase
{
    QString name; ///< in the table
    QJsonObject message; ///< of `messages[]`, without from, id and timestamp
    QStringList words; ///< painted
    QString drawn; ///< "picture", "sound", "place" or "file" where no word tells it
    bool customerOnly = false; ///< nobody can send it from the phone of the business
    bool liveOnly = false; ///< a history does not carry it
};

/// Every inbound type, unknown ones included.
[[nodiscard]] QList<ContentCase> contentCases();

/// Bytes that a media id of these cases stands for.
struct SampleFile
{
    QString id;
    QByteArray bytes;
};
[[nodiscard]] QList<SampleFile> sampleFiles();

} // namespace Tandem::Testing
