#pragma once

#include "core/domain/message.h"

#include <QHash>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

class QWidget;

namespace Tandem {

/// What a person does with a message's file: save, copy, open, drag out. Files are read and written off the GUI thread.
/// Stored files have hashes for names; others get a copy with the name people know. GUI thread.
class MediaFiles final : public QObject
{
    Q_OBJECT
public:
    explicit MediaFiles(QObject *parent = nullptr);
    ~MediaFiles() override;

    /// The name to save it under: the sender's, made harmless, or the kind and day, with a suffix.
    [[nodiscard]] static QString nameFor(const Message &message);
    /// False for what could run something (SEC-51): such a file is saved only, never opened by us.
    [[nodiscard]] static bool mayOpen(const Message &message);
    /// Whether its bytes may be decoded to be shown or played (SEC-02).
    [[nodiscard]] static bool mayPreview(const Message &message);

    void saveAs(QWidget *parent, const Message &message);
    void saveText(QWidget *parent, const QString &name, const QByteArray &text); ///< a contact card
    void copy(const Message &message); ///< to the clipboard: the picture itself, else the file
    void open(const Message &message); ///< with the program the system has for it
    void prepareDrag(const Message &message); ///< on press; drag() goes when its copy is there
    bool drag(QWidget *source, const Message &message, const QPixmap &picture);

Q_SIGNALS:
    void problem(const QString &text);
    void done(const QString &text); ///< something went right that cannot be seen otherwise

private:
    [[nodiscard]] QString named(const Message &message) const; ///< where the copy with a good name lies or will lie
    template<typename Then>
    void withNamedCopy(const Message &message, Then then);

    std::unique_ptr<QTemporaryDir> m_folder;
    QHash<MessageId, QString> m_copies;
};

} // namespace Tandem
