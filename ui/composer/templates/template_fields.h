#pragma once

#include "core/base/id.h"
#include "core/templates/template_form.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Tandem {

class AttachmentTray;
class Attachments;
class MediaStore;
class Theme;
class ThemedLabel;

/// The fields of one template: what is missing is said once a field was left, or when one tries to send.
class TemplateFields final : public QWidget
{
    Q_OBJECT
public:
    TemplateFields(Theme &theme, MediaStore &media, QWidget *parent);

    void setForm(const TemplateForm &form, ConversationId conversation);
    void setWords(const TemplateForm &form); ///< the same form in another language; what was typed stays
    void fill(const QHash<QString, QString> &values); ///< last values; does not overwrite what was typed
    [[nodiscard]] TemplateInput input() const;
    /// Texts and the header's file, as TemplateStore::setLastValues keeps them and fill() takes them.
    [[nodiscard]] static QHash<QString, QString> packed(const TemplateInput &input);
    [[nodiscard]] bool fileIsReady() const; ///< or none is needed
    [[nodiscard]] QImage picture() const; ///< of the header's file, small
    void showProblems(); ///< all of them, and goes to the first
    void focusFirst();

Q_SIGNALS:
    void edited();
    void entered(); ///< Enter in the last field

private:
    struct Line
    {
        TemplateField field;
        ThemedLabel *label;
        QLineEdit *edit;
        ThemedLabel *problem;
        bool touched;
    };
    void addLine(QVBoxLayout *column, const TemplateField &field);
    void addFile(QVBoxLayout *column);
    void chooseFile();
    void refresh();

    Theme &m_theme;
    Attachments *m_files; ///< the header's file, at most one
    std::optional<TemplateForm> m_form;
    ConversationId m_conversation;
    QWidget *m_content = nullptr;
    AttachmentTray *m_tray = nullptr;
    QPushButton *m_choose = nullptr;
    ThemedLabel *m_fileLabel = nullptr;
    ThemedLabel *m_fileProblem = nullptr;
    ThemedLabel *m_none = nullptr; ///< in place of fields
    QList<Line> m_lines;
};

} // namespace Tandem
