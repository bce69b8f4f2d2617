#include "ui/composer/spell/dictionary.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringConverter>

#ifdef TANDEM_HUNSPELL
#include <hunspell.hxx>
#endif

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tandem {

QStringList DictionaryFiles::systemFolders()
{
    auto folders = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"hunspell"_s, QStandardPaths::LocateDirectory);
    folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"myspell/dicts"_s, QStandardPaths::LocateDirectory);
    folders += {u"/usr/share/hunspell"_s, u"/usr/share/myspell/dicts"_s, u"/Library/Spelling"_s, QDir::homePath() + u"/Library/Spelling"_s};
    folders.removeDuplicates();
    return folders;
}

QList<DictionaryFiles> DictionaryFiles::find(const QStringList &folders, const QStringList &languages)
{
    QList<DictionaryFiles> found;
    for (const auto &language : languages) {
        auto exact = language;
        exact.replace(u'-', u'_');
        const auto family = exact.section(u'_', 0, 0);
        DictionaryFiles best;
        for (const auto &folder : folders) {
            const auto names = QDir(folder).entryList({family + u"*.dic"_s}, QDir::Files, QDir::Name);
            for (const auto &name : names) {
                const auto base = name.chopped(4);
                if (base != family && !base.startsWith(family + u'_')) continue;
                const auto aff = QDir(folder).filePath(base + u".aff"_s);
                if (!QFile::exists(aff) || (!best.dic.isEmpty() && base != exact)) continue;
                best = {base, aff, QDir(folder).filePath(name)};
            }
        }
        const auto again = [&](const DictionaryFiles &other) { return other.dic == best.dic; };
        if (!best.dic.isEmpty() && std::none_of(found.cbegin(), found.cend(), again)) found.append(best);
    }
    return found;
}

#ifdef TANDEM_HUNSPELL

struct Dictionary::Private
{
    std::unique_ptr<Hunspell> hunspell;
    QStringEncoder encoder;
    QStringDecoder decoder;

    [[nodiscard]] std::optional<std::string> encoded(const QString &word)
    {
        encoder.resetState();
        const QByteArray bytes = encoder.encode(word);
        return encoder.hasError() ? std::nullopt : std::optional(bytes.toStdString());
    }
};

Dictionary::Dictionary(const DictionaryFiles &files) : d(std::make_unique<Private>())
{
    auto hunspell = std::make_unique<Hunspell>(QFile::encodeName(files.aff).constData(), QFile::encodeName(files.dic).constData());
    const auto encoding = hunspell->get_dict_encoding();
    d->encoder = QStringEncoder(encoding.c_str());
    d->decoder = QStringDecoder(encoding.c_str());
    if (d->encoder.isValid() && d->decoder.isValid()) d->hunspell = std::move(hunspell);
}

bool Dictionary::supported() { return true; }
bool Dictionary::isLoaded() const { return bool(d->hunspell); }

bool Dictionary::knows(const QString &word) const
{
    if (!d->hunspell) return true;
    const auto bytes = d->encoded(word);
    return !bytes || d->hunspell->spell(*bytes);
}

QStringList Dictionary::suggestions(const QString &word) const
{
    QStringList result;
    const auto bytes = d->hunspell ? d->encoded(word) : std::nullopt;
    if (!bytes) return result;
    for (const auto &suggestion : d->hunspell->suggest(*bytes)) {
        d->decoder.resetState();
        const QString text = d->decoder.decode(QByteArray::fromStdString(suggestion));
        result.append(text);
    }
    return result;
}

#else

struct Dictionary::Private
{
};

Dictionary::Dictionary(const DictionaryFiles &) {}
bool Dictionary::supported() { return false; }
bool Dictionary::isLoaded() const { return false; }
bool Dictionary::knows(const QString &) const { return true; }
QStringList Dictionary::suggestions(const QString &) const { return {}; }

#endif

Dictionary::~Dictionary() = default;

} // namespace Tandem
