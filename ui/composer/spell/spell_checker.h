#pragma once

#include "core/base/on_finished.h"
#include "ui/composer/spell/dictionary.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThread>

namespace Tandem {

class SpellWorker;
class UserSettings;

/// Judges words with the system's dictionaries, on a thread of its own. A word is wrong only when no dictionary of the
/// person's languages knows it: people mix languages. GUI thread.
class SpellChecker final : public QObject
{
    Q_OBJECT
public:
    enum class Verdict { Unknown, Right, Wrong };

    /// `settings` keep the words that the person added.
    SpellChecker(QList<DictionaryFiles> dictionaries, UserSettings &settings, QObject *parent = nullptr);
    ~SpellChecker() override;
    /// With the dictionaries that the system has for the languages of the person and of the program.
    [[nodiscard]] static QList<DictionaryFiles> systemDictionaries(const UserSettings &settings);

    [[nodiscard]] bool isAvailable() const { return m_available; }
    /// Unknown: not judged yet; `judged` tells when it is.
    [[nodiscard]] Verdict verdict(const QString &word);
    [[nodiscard]] FutureResult<QStringList> suggestions(const QString &word); ///< best first, at most five
    void learn(const QString &word); ///< for good

Q_SIGNALS:
    void judged(); ///< some words that were unknown are not any more

private:
    void ask();
    void take(const QHash<QString, bool> &verdicts);

    UserSettings &m_settings;
    QThread m_thread;
    SpellWorker *m_worker; ///< lives in m_thread
    QHash<QString, Verdict> m_known;
    QSet<QString> m_waiting;
    QSet<QString> m_own; ///< the person's words
    bool m_available = false;
    bool m_asking = false;
};

} // namespace Tandem
