#include "ui/composer/templates/template_fields.h"

#include "ui/composer/attach/attachment_tray.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

const QString fileKey = u"header.file"_s; ///< beside the fields' own keys in the last values

QString fileFilter(const QString &mediaType)
{
    if (mediaType == "image"_L1) return TemplateFields::tr("Pictures (*.jpg *.jpeg *.png)");
    if (mediaType == "video"_L1) return TemplateFields::tr("Videos (*.mp4 *.3gp)");
    return TemplateFields::tr("Documents (*.pdf *.doc *.docx *.xls *.xlsx *.ppt *.pptx *.txt)");
}

} // namespace

TemplateFields::TemplateFields(Theme &theme, MediaStore &media, QWidget *parent) : QWidget(parent), m_theme(theme), m_files(new Attachments(media, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, Theme::Grid * 2, 0);
    connect(m_files, &Attachments::changed, this, &TemplateFields::refresh);
}

void TemplateFields::setForm(const TemplateForm &form, ConversationId conversation)
{
    m_files->clear(m_conversation);
    m_conversation = conversation;
    delete m_content;
    m_lines.clear();
    m_tray = nullptr;
    m_choose = nullptr;
    m_fileLabel = m_fileProblem = m_none = nullptr;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid);
    for (const auto &field : form.fields()) {
        if (field.kind == TemplateFieldKind::HeaderMedia) {
            addFile(column);
        } else {
            addLine(column, field);
        }
    }
    if (form.fields().isEmpty()) {
        m_none = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, m_content);
        m_none->setWordWrap(true);
        column->addWidget(m_none);
    }
    column->addStretch(1);
    layout()->addWidget(m_content);
    m_content->show();
    setWords(form);
}

void TemplateFields::setWords(const TemplateForm &form)
{
    m_form = form;
    for (auto &line : m_lines) {
        const auto same = std::find_if(form.fields().cbegin(), form.fields().cend(), [&](const TemplateField &f) { return f.key == line.field.key; });
        if (same != form.fields().cend()) line.field = *same;
        line.label->setText(line.field.optional ? tr("%1, optional").arg(line.field.label) : line.field.label);
        line.edit->setAccessibleName(line.field.label);
    }
    for (const auto &field : form.fields()) {
        if (m_choose && field.kind == TemplateFieldKind::HeaderMedia) m_fileLabel->setText(field.label);
    }
    const auto type = form.headerMediaType();
    if (m_choose) m_choose->setText(type == "image"_L1 ? tr("Choose a picture…") : type == "video"_L1 ? tr("Choose a video…") : tr("Choose a document…"));
    if (m_none) m_none->setText(form.obstacle().isEmpty() ? tr("Nothing to fill in.") : form.obstacle());
    refresh();
}

void TemplateFields::addLine(QVBoxLayout *column, const TemplateField &field)
{
    auto *label = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Muted, m_content);
    label->setWordWrap(true);
    auto *edit = new QLineEdit(m_content);
    edit->setObjectName(u"template.field."_s + field.key);
    edit->setPlaceholderText(field.example);
    if (field.limit > 0) edit->setMaxLength(int(field.limit));
    auto *problem = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Error, m_content);
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(label);
    column->addWidget(edit);
    column->addWidget(problem);
    column->addSpacing(Theme::Grid);
    const auto index = m_lines.size();
    m_lines.append({field, label, edit, problem, false});
    connect(edit, &QLineEdit::textChanged, this, [this] { refresh(); });
    connect(edit, &QLineEdit::editingFinished, this, [this, index] {
        if (!m_lines.at(index).edit->text().isEmpty()) m_lines[index].touched = true;
        refresh();
    });
    connect(edit, &QLineEdit::returnPressed, this, [this, index] {
        if (index + 1 < m_lines.size()) {
            m_lines.at(index + 1).edit->setFocus();
        } else {
            Q_EMIT entered();
        }
    });
}

void TemplateFields::addFile(QVBoxLayout *column)
{
    m_fileLabel = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Muted, m_content);
    m_choose = new QPushButton(m_content);
    m_choose->setObjectName(u"template.file"_s);
    m_tray = new AttachmentTray(m_theme, *m_files, m_content);
    m_tray->setCaptionByText(true); // a header has no caption
    m_tray->setConversation(m_conversation);
    m_fileProblem = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Error, m_content);
    m_fileProblem->setWordWrap(true);
    m_fileProblem->hide();
    column->addWidget(m_fileLabel);
    column->addWidget(m_choose, 0, Qt::AlignLeading);
    column->addWidget(m_tray);
    column->addWidget(m_fileProblem);
    column->addSpacing(Theme::Grid);
    connect(m_choose, &QPushButton::clicked, this, &TemplateFields::chooseFile);
}

void TemplateFields::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Choose a file"), QString(), fileFilter(m_form->headerMediaType()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_files->clear(m_conversation);
        m_files->addFiles(m_conversation, {path});
    });
    dialog->open();
}

void TemplateFields::fill(const QHash<QString, QString> &values)
{
    for (const auto &line : std::as_const(m_lines)) {
        if (line.edit->text().isEmpty()) line.edit->setText(values.value(line.field.key));
    }
    const auto file = QJsonDocument::fromJson(values.value(fileKey).toUtf8()).object();
    if (!m_tray || !m_files->of(m_conversation).isEmpty() || file.isEmpty()) return;
    OutboxMedia media;
    media.sha256 = file.value("sha256"_L1).toString();
    media.mime = file.value("mime"_L1).toString();
    media.filename = file.value("filename"_L1).toString();
    media.size = file.value("size"_L1).toInteger();
    m_files->addKept(m_conversation, QList<OutgoingFile>{{m_form->headerMediaType(), media}});
}

TemplateInput TemplateFields::input() const
{
    TemplateInput input;
    for (const auto &line : m_lines) input.values.insert(line.field.key, line.edit->text());
    if (m_tray) {
        const auto files = m_files->files(m_conversation);
        // A file that fits a message but not this header stays out.
        if (!files.isEmpty() && files.first().type == m_form->headerMediaType()) input.headerMedia = files.first().media;
    }
    return input;
}

QHash<QString, QString> TemplateFields::packed(const TemplateInput &input)
{
    auto values = input.values;
    if (const auto &media = input.headerMedia; !media.sha256.isEmpty()) {
        const QJsonObject file{{u"sha256"_s, media.sha256}, {u"mime"_s, media.mime}, {u"filename"_s, media.filename}, {u"size"_s, media.size}};
        values.insert(fileKey, QString::fromUtf8(QJsonDocument(file).toJson(QJsonDocument::Compact)));
    }
    return values;
}

bool TemplateFields::fileIsReady() const { return !m_tray || m_files->allReady(m_conversation); }

QImage TemplateFields::picture() const
{
    const auto &files = m_files->of(m_conversation);
    return files.isEmpty() ? QImage() : files.first().look.thumbnail;
}

void TemplateFields::refresh()
{
    if (!m_form) return;
    const auto problems = m_form->problems(input());
    const auto textOf = [&](const QString &key) {
        const auto found = std::find_if(problems.cbegin(), problems.cend(), [&](const TemplateProblem &p) { return p.key == key; });
        return found == problems.cend() ? QString() : found->text;
    };
    for (const auto &line : std::as_const(m_lines)) {
        const auto text = line.touched ? textOf(line.field.key) : QString();
        line.problem->setText(text);
        line.problem->setVisible(!text.isEmpty());
    }
    if (m_fileProblem) {
        const auto &files = m_files->of(m_conversation);
        const bool wrong = !files.isEmpty() && files.first().state == Attachment::State::Ready && files.first().file.type != m_form->headerMediaType();
        m_fileProblem->setText(wrong ? tr("This template needs another kind of file.") : QString());
        m_fileProblem->setVisible(wrong);
    }
    Q_EMIT edited();
}

void TemplateFields::showProblems()
{
    for (auto &line : m_lines) line.touched = true;
    refresh();
    for (const auto &line : std::as_const(m_lines)) {
        if (line.problem->isVisibleTo(this)) return line.edit->setFocus();
    }
    if (m_choose) m_choose->setFocus();
}

void TemplateFields::focusFirst()
{
    for (const auto &line : std::as_const(m_lines)) {
        if (line.edit->text().isEmpty()) return line.edit->setFocus();
    }
    if (!m_lines.isEmpty()) m_lines.first().edit->setFocus();
}

} // namespace Tandem
