#include "ui/settings/replies/reply_editor.h"

#include "core/coexistence/media_limits.h"
#include "core/store/store.h"
#include "ui/format/canned_text.h"
#include "ui/format/message_content.h"
#include "ui/settings/replies/reply_checks.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/plain_tip.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int bodyHeight = 120;
constexpr int mostFiles = 10;

QPushButton *makeButton(const QString &name, const QString &role, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("role", role);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace

ReplyEditor::ReplyEditor(UiContext &context, QWidget *parent) : Card(context.theme, parent), m_context(context)
{
    setObjectName(u"reply.editor"_s);
    build();
    retranslate();
}

QWidget *ReplyEditor::makeField(ThemedLabel *&label, QWidget *field)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid);
    label = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Muted, box);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    return box;
}

void ReplyEditor::build()
{
    auto &theme = m_context.theme;
    m_title = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, this);
    m_shortcut = new QLineEdit(this);
    m_shortcut->setObjectName(u"reply.shortcut"_s);
    m_shortcut->setMaxLength(ReplyChecks::LongestShortcut + 1);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"reply.title"_s);
    m_name->setMaxLength(ReplyChecks::LongestTitle);
    m_body = new QPlainTextEdit(this);
    m_body->setObjectName(u"reply.body"_s);
    m_body->setFixedHeight(bodyHeight);
    m_body->setTabChangesFocus(true);
    m_variable = makeButton(u"reply.variable"_s, u"link"_s, this);
    m_attach = makeButton(u"reply.attach"_s, u"link"_s, this);
    m_files = new QWidget(this);
    m_fileFlow = new FlowLayout(2 * Theme::Grid, m_files);
    m_warning = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Warning, this);
    m_warning->setObjectName(u"reply.warning"_s);
    m_warning->setWordWrap(true);
    m_problem = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Error, this);
    m_problem->setObjectName(u"reply.problem"_s);
    m_problem->setWordWrap(true);
    m_save = makeButton(u"reply.save"_s, u"primary"_s, this);
    m_cancel = makeButton(u"reply.cancel"_s, {}, this);
    auto *names = new QHBoxLayout;
    names->setSpacing(4 * Theme::Grid);
    names->addWidget(makeField(m_shortcutLabel, m_shortcut), 1);
    names->addWidget(makeField(m_nameLabel, m_name), 2);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_variable);
    tools->addWidget(m_attach);
    tools->addStretch();
    tools->addWidget(m_cancel);
    tools->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * Theme::Grid, 4 * Theme::Grid, 5 * Theme::Grid, 4 * Theme::Grid);
    layout->setSpacing(2 * Theme::Grid);
    layout->addWidget(m_title);
    layout->addLayout(names);
    layout->addWidget(makeField(m_bodyLabel, m_body));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_files, m_warning, m_problem}) layout->addWidget(widget);
    layout->addLayout(tools);
    connect(m_body, &QPlainTextEdit::textChanged, this, &ReplyEditor::showWarning);
    connect(m_shortcut, &QLineEdit::returnPressed, this, &ReplyEditor::save);
    connect(m_name, &QLineEdit::returnPressed, this, &ReplyEditor::save);
    connect(m_variable, &QPushButton::clicked, this, &ReplyEditor::openVariables);
    connect(m_attach, &QPushButton::clicked, this, &ReplyEditor::chooseFiles);
    connect(m_save, &QPushButton::clicked, this, &ReplyEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, &ReplyEditor::cancelled);
}

void ReplyEditor::edit(const CannedReply &reply, const QList<CannedReply> &others)
{
    ++m_generation;
    m_reply = reply;
    m_others = others;
    m_shortcut->setText(reply.shortcut);
    m_name->setText(reply.title);
    m_body->setPlainText(reply.body);
    setProblem({});
    showFiles();
    retranslate();
    m_shortcut->setFocus();
}

void ReplyEditor::openVariables()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &words, const QString &text) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, text] {
            m_body->insertPlainText(text);
            m_body->setFocus();
        });
    };
    for (const auto &variable : CannedText::variables()) {
        const bool name = variable.key == "contact.name"_L1 || variable.key == "contact.first_name"_L1;
        const auto fallback = name ? u'|' + tr("there", "stands for a customer whose name is not known: Hi there") : QString();
        add(variable.label, u"{{%1%2}}"_s.arg(variable.key, fallback));
    }
    add(tr("A question to you, asked before it is sent"), u"{{?%1}}"_s.arg(tr("Order number")));
    menu->popup(m_variable->mapToGlobal(QPoint(0, m_variable->height())));
}

void ReplyEditor::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const auto &path : paths) addFile(path);
    });
    dialog->open();
}

void ReplyEditor::addFile(const QString &path)
{
    onFinished(this, m_context.store.media().keep(path, false), [this, asked = m_generation](const Result<OutboxMedia> &file) {
        if (asked != m_generation) return; // another reply is being edited by now
        if (file) takeFile(*file);
        else if (file.error().code != ErrorCode::Cancelled) setProblem(file.error().text);
    });
}

void ReplyEditor::takeFile(const OutboxMedia &file)
{
    const auto verdict = MediaLimits::check(MediaLimits::messageType(file.mime), file.mime, file.size);
    if (!verdict.allowed && !verdict.fixes.contains(MediaLimits::Fix::SendAsDocument)) {
        setProblem(tr("%1: %2", "file, what is wrong").arg(file.filename, verdict.text));
        return;
    }
    if (m_reply.attachments.size() >= mostFiles) {
        setProblem(tr("At most %n files.", nullptr, mostFiles));
        return;
    }
    m_reply.attachments.append(file);
    setProblem({});
    showFiles();
}

void ReplyEditor::showFiles()
{
    while (auto *item = m_fileFlow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < m_reply.attachments.size(); ++i) {
        const auto &file = m_reply.attachments.at(i);
        auto *chip = makeButton(u"reply.file"_s, u"compact"_s, m_files);
        const auto name = chip->fontMetrics().elidedText(file.filename, Qt::ElideMiddle, 260);
        chip->setText(tr("%1 · %2", "file name, size").arg(name, fileSize(file.size)));
        chip->setIcon(m_context.theme.icon(u"close"_s));
        chip->setToolTip(plainTip(tr("Remove %1").arg(file.filename)));
        connect(chip, &QPushButton::clicked, this, [this, i] {
            m_reply.attachments.removeAt(i);
            showFiles();
        });
        m_fileFlow->addWidget(chip);
        chip->show();
    }
    m_files->setVisible(!m_reply.attachments.isEmpty());
}

void ReplyEditor::save()
{
    auto reply = m_reply;
    reply.shortcut = ReplyChecks::shortcut(m_shortcut->text());
    reply.title = m_name->text().simplified();
    reply.body = m_body->toPlainText();
    const auto problem = ReplyChecks::problem(reply, m_others);
    setProblem(problem);
    if (problem.isEmpty()) Q_EMIT saveRequested(reply);
}

void ReplyEditor::setProblem(const QString &words)
{
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
}

void ReplyEditor::showWarning()
{
    const auto unknown = CannedText::unknownVariables(m_body->toPlainText());
    m_warning->setText(tr("Not a variable, so it is asked for each time: %1").arg(unknown.join(u' ')));
    m_warning->setVisible(!unknown.isEmpty());
}

void ReplyEditor::retranslate()
{
    m_title->setText(m_reply.id ? tr("Change a canned reply") : tr("New canned reply"));
    m_shortcutLabel->setText(tr("Shortcut, typed after “/”"));
    m_shortcut->setPlaceholderText(tr("thanks", "example of a canned reply's shortcut"));
    m_nameLabel->setText(tr("Title"));
    m_bodyLabel->setText(tr("Text"));
    m_variable->setText(tr("Insert a variable"));
    m_attach->setText(tr("Attach a file"));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
    m_shortcut->setAccessibleName(m_shortcutLabel->text());
    m_name->setAccessibleName(m_nameLabel->text());
    m_body->setAccessibleName(m_bodyLabel->text());
    showWarning();
}

} // namespace Tandem
