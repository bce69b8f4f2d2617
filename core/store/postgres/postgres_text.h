#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace Tandem {

/// One statement text with its :names turned into $1, $2, …; a name that comes twice is one parameter.
struct PostgresText
{
    QByteArray sql;
    QByteArrayList names;

    [[nodiscard]] static PostgresText from(const QString &sql);
};

} // namespace Tandem
