// What the tools below the text field open, and their keys.

#include "core/settings/user_settings.h"
#include "ui/composer/attach/attachments.h"
#include "ui/composer/attach/file_drop.h"
#include "ui/composer/attach/mime_files.h"
#include "ui/composer/builders/builder_panel.h"
#include "ui/composer/composer.h"
#include "ui/composer/composer_tools.h"
#include "ui/composer/emoji/emoji_popup.h"
#include "ui/composer/input/composer_keys.h"
#include "ui/composer/input/reply_input.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/composer/voice/voice_bar.h"

#include <QFileDialog>
#include <QKeyEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {

void Composer::setVoice(VoiceParts parts)
{
    m_voice->setParts(std::move(parts));
    updateButtons();
}

void Composer::takeDropsOf(QWidget *pane)
{
    m_drop = new FileDrop(m_context.theme, pane);
    m_drop->setAccepting(true);
    connect(m_drop, &FileDrop::dropped, this, &Composer::takeMime);
}

void Composer::takeMime(const QMimeData *given)
{
    if (!m_row.id || !m_gate.isOpen()) {
        Q_EMIT problem(tr("Files can't be sent here now."));
        return;
    }
    m_asked = Page::Writing;
    updatePage();
    Q_EMIT wantsToBeSeen();
    const auto files = MimeFiles::of(*given);
    if (!files.picture.isNull()) {
        m_attachments->addPicture(m_row.id, files.picture);
    } else {
        m_attachments->addFiles(m_row.id, files.paths);
    }
    focusInput();
}

void Composer::openEmoji()
{
    auto *popup = new EmojiPopup(m_context.theme, m_context.settings, this);
    connect(popup, &EmojiPopup::chosen, m_input, [this](const QString &emoji) {
        m_input->insertAtCaret(emoji);
        m_input->setFocus();
    });
    popup->popUp(m_tools->emojiCorner());
}

void Composer::chooseFiles()
{
    auto *dialog = new QFileDialog(window(), tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, conversation = m_row.id](const QStringList &paths) {
        m_attachments->addFiles(conversation, paths);
        focusInput();
    });
    dialog->open();
}

void Composer::record()
{
    if (m_voice->isActive()) {
        Q_EMIT problem(tr("Another voice message is not finished: send or discard it first."));
        return;
    }
    m_voiceRow = m_row;
    m_voice->start(m_row.id);
    updateButtons();
    focusInput();
    tellWriting();
}

void Composer::openTemplates()
{
    if (!m_row.id) return;
    Q_EMIT wantsToBeSeen();
    showTemplates();
    tellWriting();
}

void Composer::showTemplates()
{
    m_asked = Page::Templates;
    updateGate();
    if (m_onStage) m_templates->focusSearch();
}

void Composer::tellWriting()
{
    // A recording, a template and something to press are answers as well as typed words.
    Q_EMIT typed(m_asked != Page::Writing || m_voice->isActive() || !m_input->toPlainText().trimmed().isEmpty());
}

void Composer::openBuilder(int kind)
{
    if (!m_row.id || !m_gate.isOpen()) return;
    m_asked = Page::Builder;
    updatePage();
    m_builder->begin(InteractiveDraft::Kind(kind), m_input->toPlainText(), agentName());
    tellWriting();
}

bool Composer::mayTake(const QKeyEvent &event) const
{
    using enum ComposerKeys::Key;
    const auto key = ComposerKeys::of(event);
    const bool ours = key == Emoji || key == Attach || key == Template || key == SendLater || (key == Record && m_voice->canRecord());
    return ours && m_gate.isOpen() && m_asked == Page::Writing;
}

bool Composer::event(QEvent *event)
{
    // Else a shortcut of the window would take the key first.
    if (event->type() == QEvent::ShortcutOverride && mayTake(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (!mayTake(*event)) return QWidget::keyPressEvent(event);
    using enum ComposerKeys::Key;
    switch (*ComposerKeys::of(*event)) {
    case Emoji: openEmoji(); break;
    case Attach: chooseFiles(); break;
    case Template: openTemplates(); break;
    case Record: record(); break;
    case SendLater: openSendMenu(); break;
    default: break; // the text field's own
    }
}

} // namespace Tandem
