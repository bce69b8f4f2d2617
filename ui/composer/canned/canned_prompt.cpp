#include "ui/composer/canned/canned_prompt.h"

#include "ui/theme/widgets.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

CannedPrompt::CannedPrompt(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, this)), m_insert(new QPushButton(this))
{
    setObjectName(u"composer.prompt"_s);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(Theme::Grid * 3, Theme::Grid * 2, Theme::Grid * 3, Theme::Grid * 2);
    m_column->setSpacing(Theme::Grid * 2);
    m_column->addWidget(m_title);
    m_cancel = new QPushButton(this);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_insert);
    m_column->addLayout(row);
    m_insert->setProperty("role", u"primary"_s);
    connect(m_cancel, &QPushButton::clicked, this, &CannedPrompt::cancelled);
    connect(m_insert, &QPushButton::clicked, this, [this] { goOn(int(m_edits.size()) - 1); });
    hide();
}

void CannedPrompt::ask(const QString &title, const QList<CannedQuestion> &questions)
{
    delete m_fields;
    m_edits.clear();
    m_keys.clear();
    m_fields = new QWidget(this);
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::Grid * 3);
    grid->setVerticalSpacing(Theme::Grid);
    for (const auto &question : questions) {
        const int row = int(m_edits.size());
        auto *label = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, m_fields);
        label->setText(question.label);
        auto *edit = new QLineEdit(m_fields);
        edit->setAccessibleName(question.label);
        label->setBuddy(edit);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        connect(edit, &QLineEdit::textChanged, this, &CannedPrompt::update);
        connect(edit, &QLineEdit::returnPressed, this, [this, row] { goOn(row); });
        m_edits.append(edit);
        m_keys.append(question.key);
    }
    grid->setColumnStretch(1, 1);
    m_column->insertWidget(1, m_fields);
    m_title->setText(title);
    m_insert->setText(tr("Insert"));
    m_cancel->setText(tr("Cancel"));
    update();
    show();
    if (!m_edits.isEmpty()) m_edits.first()->setFocus();
}

void CannedPrompt::update()
{
    m_insert->setEnabled(std::none_of(m_edits.cbegin(), m_edits.cend(), [](const QLineEdit *edit) { return edit->text().trimmed().isEmpty(); }));
}

void CannedPrompt::goOn(int field)
{
    for (int i = 1; i <= m_edits.size(); ++i) {
        auto *edit = m_edits.at((field + i) % m_edits.size());
        if (edit->text().trimmed().isEmpty()) return edit->setFocus();
    }
    QHash<QString, QString> answers;
    for (qsizetype i = 0; i < m_edits.size(); ++i) answers.insert(m_keys.at(i), m_edits.at(i)->text());
    Q_EMIT answered(answers);
}

void CannedPrompt::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CannedPrompt::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Hover));
    painter.drawRoundedRect(rect(), Theme::Radius - 2, Theme::Radius - 2);
}

} // namespace Tandem
