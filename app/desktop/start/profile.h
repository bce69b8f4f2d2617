#pragma once

#include "core/base/result.h"

#include <QString>

namespace Tandem {

/// Where one profile keeps its things: database, media, settings, log. Only the user may read it.
class Profile
{
public:
    /// `root` empty: the user's data folder of the system.
    explicit Profile(QString name, const QString &root = {});

    /// Makes the folder, mode 0700. Error: Io with words for the user.
    [[nodiscard]] Result<> create() const;
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString database() const; ///< file
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString logFile() const;
    [[nodiscard]] QString path(const QString &name) const;
    /// Moves a damaged database and its side files to a dated folder, so that a new one can begin; nothing is deleted.
    [[nodiscard]] Result<QString> setDatabaseAside() const;

private:
    QString m_name;
    QString m_folder;
};

} // namespace Tandem
