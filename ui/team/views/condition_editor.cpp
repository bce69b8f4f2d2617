#include "ui/team/views/condition_editor.h"

#include "ui/format/message_text.h"
#include "ui/models/team/team_directory.h"
#include "ui/theme/icon_button.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using Field = Condition::Field;
using Kind = Condition::Kind;
constexpr int indent = 5 * Theme::Grid;
constexpr int mostHours = 24 * 365;
constexpr int longestName = 100;

bool isPlain(Field field)
{
    switch (field) {
    case Field::Unread:
    case Field::Waiting:
    case Field::AnsweredOnPhone:
    case Field::Failed:
    case Field::Blocked:
    case Field::HasMention: return true;
    default: return false;
    }
}

bool isHours(Field field) { return field == Field::WindowClosing || field == Field::NoActivityFor; }

QString fieldName(Field field)
{
    switch (field) {
    case Field::State: return ConditionEditor::tr("State");
    case Field::Assignee: return ConditionEditor::tr("Assigned to");
    case Field::Team: return ConditionEditor::tr("Team");
    case Field::Label: return ConditionEditor::tr("Label");
    case Field::Number: return ConditionEditor::tr("Number");
    case Field::Unread: return ConditionEditor::tr("Unread");
    case Field::Waiting: return ConditionEditor::tr("Customer waiting");
    case Field::AnsweredOnPhone: return ConditionEditor::tr("Answered on the phone");
    case Field::WindowClosing: return ConditionEditor::tr("Reply window closes within");
    case Field::NoActivityFor: return ConditionEditor::tr("Quiet for");
    case Field::Failed: return ConditionEditor::tr("A message failed");
    case Field::Blocked: return ConditionEditor::tr("Blocked");
    case Field::NameContains: return ConditionEditor::tr("Name contains");
    case Field::HasMention: return ConditionEditor::tr("A note names me");
    }
    return {};
}

int countTests(const Condition &condition)
{
    if (condition.kind == Kind::Test) return 1;
    int count = 0;
    for (const auto &part : condition.parts) count += countTests(part);
    return count;
}

} // namespace

ConditionEditor::ConditionEditor(Theme &theme, const TeamDirectory &directory, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_directory(directory)
{
    setObjectName(u"conditions"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    rebuild();
}

void ConditionEditor::setNumbers(const QList<Number> &numbers)
{
    m_numbers = numbers;
    rebuild();
}

void ConditionEditor::setCondition(const Condition &condition)
{
    m_root = condition;
    if (m_root.kind == Kind::Test) {
        m_root = {};
        m_root.parts.append(condition);
    }
    rebuild();
}

int ConditionEditor::tests() const { return countTests(m_root); }

Condition &ConditionEditor::at(const Path &path)
{
    auto *found = &m_root;
    for (const int part : path) found = &found->parts[part];
    return *found;
}

void ConditionEditor::remove(const Path &path)
{
    auto parent = path;
    const int part = parent.takeLast();
    at(parent).parts.removeAt(part);
    rebuildLater();
}

void ConditionEditor::rebuildLater()
{
    // The button that was pressed must live until its event is over.
    if (std::exchange(m_rebuilding, true)) return;
    QTimer::singleShot(0, this, [this] {
        m_rebuilding = false;
        rebuild();
        Q_EMIT changed();
    });
}

void ConditionEditor::rebuild()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::Grid);
    addGroup(*column, {});
    layout()->addWidget(m_rows);
    m_rows->show();
    updateGeometry();
}

QWidget *ConditionEditor::kindBox(const Path &path)
{
    auto *box = new QComboBox(m_rows);
    box->setObjectName(u"condition.kind"_s);
    box->addItem(tr("All of these"), int(Kind::All));
    box->addItem(tr("Any of these"), int(Kind::Any));
    box->addItem(tr("None of these"), int(Kind::None));
    box->setCurrentIndex(box->findData(int(at(path).kind)));
    connect(box, &QComboBox::activated, this, [this, box, path] {
        at(path).kind = Kind(box->currentData().toInt());
        Q_EMIT changed();
    });
    return box;
}

void ConditionEditor::addGroup(QVBoxLayout &column, const Path &path)
{
    auto *head = new QHBoxLayout;
    head->addWidget(kindBox(path));
    head->addStretch();
    if (!path.isEmpty()) {
        auto *gone = new IconButton(m_theme, u"close"_s, m_rows);
        gone->setIconSize(14);
        gone->setHelp(tr("Remove this group"));
        connect(gone, &QAbstractButton::clicked, this, [this, path] { remove(path); });
        head->addWidget(gone);
    }
    column.addLayout(head);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(indent, 0, 0, 0);
    inside->setSpacing(2 * Theme::Grid);
    column.addLayout(inside);
    for (int i = 0; i < at(path).parts.size(); ++i) {
        const auto part = path + Path{i};
        if (at(part).kind == Kind::Test) addTest(*inside, part);
        else addGroup(*inside, part);
    }
    auto *foot = new QHBoxLayout;
    const auto button = [&](const QString &name, const QString &text, auto made) {
        auto *add = new QPushButton(m_theme.icon(u"plus"_s), text, m_rows);
        add->setObjectName(name);
        add->setProperty("role", u"quiet"_s);
        connect(add, &QPushButton::clicked, this, [this, path, made] {
            if (tests() >= MostTests) return;
            at(path).parts.append(made);
            rebuildLater();
        });
        foot->addWidget(add);
    };
    Condition test;
    test.kind = Kind::Test;
    test.field = Field::Unread;
    test.value = u"true"_s;
    button(u"condition.add"_s, tr("Condition"), test);
    Condition group;
    group.kind = Kind::Any;
    group.parts = {test};
    if (path.size() + 1 < Deepest) button(u"condition.addGroup"_s, tr("Group"), group);
    foot->addStretch();
    inside->addLayout(foot);
}

void ConditionEditor::addTest(QVBoxLayout &column, const Path &path)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Grid);
    auto *negated = new QComboBox(m_rows);
    negated->setObjectName(u"condition.not"_s);
    negated->addItem(tr("is"));
    negated->addItem(tr("is not"));
    negated->setAccessibleName(tr("Is or is not"));
    negated->setCurrentIndex(at(path).negated ? 1 : 0);
    connect(negated, &QComboBox::activated, this, [this, path](int index) {
        at(path).negated = index == 1;
        Q_EMIT changed();
    });
    row->addWidget(fieldBox(path));
    row->addWidget(negated);
    if (auto *value = valueBox(path)) row->addWidget(value, 1);
    else row->addStretch(1);
    auto *gone = new IconButton(m_theme, u"close"_s, m_rows);
    gone->setIconSize(14);
    gone->setHelp(tr("Remove this condition"));
    connect(gone, &QAbstractButton::clicked, this, [this, path] { remove(path); });
    row->addWidget(gone);
    column.addLayout(row);
}

QWidget *ConditionEditor::fieldBox(const Path &path)
{
    auto *box = new QComboBox(m_rows);
    box->setObjectName(u"condition.field"_s);
    for (int field = 0; field <= int(Field::HasMention); ++field) {
        if (choicesOf(Field(field)).isEmpty() && !isPlain(Field(field)) && !isHours(Field(field)) && Field(field) != Field::NameContains) continue;
        box->addItem(fieldName(Field(field)), field);
    }
    box->setCurrentIndex(box->findData(int(at(path).field)));
    connect(box, &QComboBox::activated, this, [this, box, path] {
        auto &test = at(path);
        test.field = Field(box->currentData().toInt());
        test.value = firstValue(test.field);
        rebuildLater();
    });
    return box;
}

QString ConditionEditor::firstValue(Field field) const
{
    if (isHours(field)) return field == Field::WindowClosing ? u"2"_s : u"24"_s;
    if (field == Field::NameContains) return {};
    const auto choices = choicesOf(field);
    return choices.isEmpty() ? u"true"_s : choices.first().first;
}

QList<std::pair<QString, QString>> ConditionEditor::choicesOf(Field field) const
{
    QList<std::pair<QString, QString>> choices;
    switch (field) {
    case Field::State:
        choices = {{u"open"_s, tr("Open")}, {u"pending"_s, tr("Pending")}, {u"snoozed"_s, tr("Snoozed")}, {u"closed"_s, tr("Closed")}};
        break;
    case Field::Assignee:
        choices = {{u"me"_s, tr("me")}, {u"none"_s, tr("nobody")}};
        for (const auto &agent : m_directory.agents()) choices.append({QString::number(agent.id.value), TeamDirectory::name(agent)});
        break;
    case Field::Team:
        if (m_directory.teams().isEmpty()) break;
        choices = {{u"mine"_s, tr("one of mine")}, {u"none"_s, tr("none")}};
        for (const auto &team : m_directory.teams()) choices.append({QString::number(team.id.value), team.name});
        break;
    case Field::Label:
        for (const auto &label : m_directory.labels()) choices.append({QString::number(label.id.value), label.name});
        break;
    case Field::Number:
        for (const auto &number : m_numbers) choices.append({QString::number(number.id.value), Format::numberName(number)});
        break;
    default: break;
    }
    return choices;
}

QWidget *ConditionEditor::choiceBox(const Path &path, const QList<std::pair<QString, QString>> &choices)
{
    auto *box = new QComboBox(m_rows);
    box->setObjectName(u"condition.value"_s);
    for (const auto &[value, text] : choices) box->addItem(text, value);
    box->setCurrentIndex(box->findData(at(path).value));
    connect(box, &QComboBox::activated, this, [this, box, path] {
        at(path).value = box->currentData().toString();
        Q_EMIT changed();
    });
    return box;
}

QWidget *ConditionEditor::valueBox(const Path &path)
{
    const auto field = at(path).field;
    if (isHours(field)) {
        auto *hours = new QSpinBox(m_rows);
        hours->setObjectName(u"condition.value"_s);
        hours->setRange(1, mostHours);
        hours->setSuffix(tr(" hours", "after a number"));
        hours->setValue(at(path).value.toInt());
        connect(hours, &QSpinBox::valueChanged, this, [this, path](int value) {
            at(path).value = QString::number(value);
            Q_EMIT changed();
        });
        return hours;
    }
    if (field == Field::NameContains) {
        auto *text = new QLineEdit(at(path).value, m_rows);
        text->setObjectName(u"condition.value"_s);
        text->setMaxLength(longestName);
        connect(text, &QLineEdit::textChanged, this, [this, path](const QString &value) {
            at(path).value = value;
            Q_EMIT changed();
        });
        return text;
    }
    return isPlain(field) ? nullptr : choiceBox(path, choicesOf(field));
}

void ConditionEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) rebuild();
}

} // namespace Tandem
