#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Tandem {

/// A pair of Hunspell files on this computer.
struct DictionaryFiles
{
    QString language; ///< "en_US"
    QString aff;
    QString dic;

    /// Of these folders, for these languages ("en-GB", "es"), at most one each: the exact one, else a sister.
    [[nodiscard]] static QList<DictionaryFiles> find(const QStringList &folders, const QStringList &languages);
    [[nodiscard]] static QStringList systemFolders();
};

/// One loaded dictionary. Not thread-safe; loading and suggestions take their time, so keep it off the GUI thread.
class Dictionary
{
public:
    explicit Dictionary(const DictionaryFiles &files);
    ~Dictionary();
    Dictionary(const Dictionary &) = delete;
    Dictionary &operator=(const Dictionary &) = delete;

    [[nodiscard]] static bool supported(); ///< built with Hunspell
    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] bool knows(const QString &word) const; ///< also what its encoding can't write: another language's word
    [[nodiscard]] QStringList suggestions(const QString &word) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Tandem
