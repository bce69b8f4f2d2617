#pragma once

#include <QList>
#include <QObject>

namespace Tandem {

/// Where a voice note's sound comes from: a microphone in the product, a tone in tests. One thread.
class AudioSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual int rate() const = 0; ///< samples a second, mono; known before start()
    virtual void start() = 0; ///< also after stop(); may end in `failed`
    virtual void stop() = 0;

Q_SIGNALS:
    void samples(const QList<qint16> &mono);
    void failed(const QString &why); ///< words for the person; nothing comes after it
};

} // namespace Tandem
