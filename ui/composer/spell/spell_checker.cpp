#include "ui/composer/spell/spell_checker.h"

#include "core/settings/user_settings.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {
constexpr int MostSuggestions = 5;
constexpr int MostDictionaries = 4;
constexpr qsizetype MostKnown = 20'000;
}

class SpellWorker final : public QObject
{
    Q_OBJECT
public:
    explicit SpellWorker(QList<DictionaryFiles> files) : m_files(std::move(files)) {}

    QHash<QString, bool> judge(const QSet<QString> &words)
    {
        load();
        QHash<QString, bool> result;
        for (const auto &word : words) {
            result.insert(word, std::any_of(m_dictionaries.cbegin(), m_dictionaries.cend(), [&](const auto &d) { return d->knows(word); }));
        }
        return result;
    }
    QStringList suggest(const QString &word)
    {
        load();
        QStringList result;
        for (const auto &dictionary : m_dictionaries) result += dictionary->suggestions(word).mid(0, MostSuggestions);
        result.removeDuplicates();
        return result.mid(0, MostSuggestions);
    }

private:
    void load()
    {
        if (std::exchange(m_loaded, true)) return;
        for (const auto &files : std::as_const(m_files)) {
            auto dictionary = std::make_unique<Dictionary>(files);
            if (dictionary->isLoaded()) m_dictionaries.push_back(std::move(dictionary));
        }
        // Without any, nothing can be wrong.
        if (m_dictionaries.empty()) m_dictionaries.push_back(std::make_unique<Dictionary>(DictionaryFiles{}));
    }

    QList<DictionaryFiles> m_files;
    std::vector<std::unique_ptr<Dictionary>> m_dictionaries;
    bool m_loaded = false;
};

QList<DictionaryFiles> SpellChecker::systemDictionaries(const UserSettings &settings)
{
    auto languages = QLocale::system().uiLanguages();
    languages.prepend(settings.text(UserSettings::Key::Language));
    languages.append(u"en_US"_s);
    languages.removeAll(QString());
    languages.removeAll(u"C"_s);
    return DictionaryFiles::find(DictionaryFiles::systemFolders(), languages).mid(0, MostDictionaries);
}

SpellChecker::SpellChecker(QList<DictionaryFiles> dictionaries, UserSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_worker(new SpellWorker(dictionaries)), m_available(Dictionary::supported() && !dictionaries.isEmpty())
{
    const auto own = settings.text(UserSettings::Key::SpellWords).split(u'\n', Qt::SkipEmptyParts);
    m_own = QSet<QString>(own.cbegin(), own.cend());
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    if (m_available) {
        m_thread.start(QThread::LowPriority);
    }
}

SpellChecker::~SpellChecker()
{
    m_thread.quit();
    m_thread.wait();
    if (!m_available) delete m_worker;
}

SpellChecker::Verdict SpellChecker::verdict(const QString &word)
{
    if (!m_available || m_own.contains(word)) return Verdict::Right;
    if (const auto known = m_known.constFind(word); known != m_known.cend()) return *known;
    m_waiting.insert(word);
    ask();
    return Verdict::Unknown;
}

void SpellChecker::ask()
{
    if (m_asking) return;
    m_asking = true;
    // All words of one turn go together.
    QTimer::singleShot(0, this, [this] {
        const auto words = std::exchange(m_waiting, {});
        QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, words] {
            const auto verdicts = worker->judge(words);
            QMetaObject::invokeMethod(this, [this, verdicts] { take(verdicts); });
        });
    });
}

void SpellChecker::take(const QHash<QString, bool> &verdicts)
{
    if (m_known.size() > MostKnown) m_known.clear();
    for (auto it = verdicts.cbegin(); it != verdicts.cend(); ++it) m_known.insert(it.key(), it.value() ? Verdict::Right : Verdict::Wrong);
    m_asking = false;
    if (!m_waiting.isEmpty()) ask();
    Q_EMIT judged();
}

FutureResult<QStringList> SpellChecker::suggestions(const QString &word)
{
    if (!m_available) return readyFuture(Result<QStringList>(QStringList()));
    auto promise = std::make_shared<QPromise<Result<QStringList>>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, promise, word] {
        promise->addResult(worker->suggest(word));
        promise->finish();
    });
    return promise->future();
}

void SpellChecker::learn(const QString &word)
{
    m_own.insert(word);
    auto list = m_own.values();
    list.sort();
    m_settings.setValue(UserSettings::Key::SpellWords, list.join(u'\n'));
    Q_EMIT judged();
}

} // namespace Tandem

#include "spell_checker.moc"
