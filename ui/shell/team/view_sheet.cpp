#include "ui/shell/team/view_sheet.h"

#include "ui/models/number_list.h"
#include "ui/models/team/team_desk.h"
#include "ui/models/team/view_condition.h"
#include "ui/team/views/condition_editor.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize wanted(620, 560);
constexpr int around = 230; ///< title, name, words and buttons
constexpr int lowest = 340;
constexpr int longestName = 60;

} // namespace

ViewSheet::ViewSheet(UiContext &context, NumberList &numbers, QWidget *window)
    : Sheet(context.theme, window), m_context(context), m_numbers(numbers), m_name(new QLineEdit(body())),
      m_conditions(new ConditionEditor(context.theme, context.team->directory())),
      m_words(new ThemedLabel(context.theme, Theme::Text::Small, Theme::Color::Muted, body())), m_shared(new QCheckBox(body())),
      m_save(new QPushButton(body()))
{
    setObjectName(u"viewSheet"_s);
    m_name->setObjectName(u"view.name"_s);
    m_name->setMaxLength(longestName);
    m_shared->setObjectName(u"view.shared"_s);
    m_save->setObjectName(u"view.save"_s);
    m_save->setProperty("role", u"primary"_s);
    m_words->setWordWrap(true);
    auto *scroll = new QScrollArea(body());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 2 * Theme::Grid, 0);
    rows->addWidget(m_conditions);
    rows->addStretch();
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // the area has just switched it on
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_shared, 1);
    foot->addWidget(m_save);
    column()->addWidget(m_name);
    column()->addWidget(scroll, 1);
    column()->addWidget(m_words);
    column()->addLayout(foot);
    connect(m_name, &QLineEdit::textChanged, this, &ViewSheet::refresh);
    connect(m_name, &QLineEdit::returnPressed, this, &ViewSheet::save);
    connect(m_conditions, &ConditionEditor::changed, this, &ViewSheet::refresh);
    connect(m_save, &QPushButton::clicked, this, &ViewSheet::save);
    retranslate();
}

QSize ViewSheet::cardSize() const { return {wanted.width(), std::clamp(around + m_conditions->sizeHint().height(), lowest, wanted.height())}; }

void ViewSheet::edit(const SavedView &view)
{
    m_view = view;
    m_name->setText(view.name);
    m_shared->setChecked(view.shared);
    m_shared->setVisible(m_context.team->directory().isTeam());
    m_conditions->setNumbers(m_numbers.numbers());
    m_conditions->setCondition(view.condition);
    retranslate();
    open();
}

void ViewSheet::opened()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void ViewSheet::refresh()
{
    const auto &directory = m_context.team->directory();
    m_words->setText(tr("Shows: %1").arg(describe(m_conditions->condition(), directory, m_numbers.numbers())));
    fit(); // with its conditions
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && m_conditions->tests() <= ConditionEditor::MostTests);
}

void ViewSheet::save()
{
    if (!m_save->isEnabled()) return;
    auto view = m_view;
    view.name = m_name->text().simplified();
    view.shared = m_shared->isChecked() && m_context.team->directory().isTeam();
    view.condition = m_conditions->condition();
    if (!view.id) view.position = int(m_context.team->directory().views().size());
    close();
    m_context.team->actions().saveView(view, [this](SavedViewId id) { Q_EMIT saved(id); });
}

void ViewSheet::retranslate()
{
    setTitle(m_view.id ? tr("Change the view") : tr("New view"));
    m_name->setPlaceholderText(tr("Name of the view"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_shared->setText(tr("For everybody in the team"));
    m_save->setText(tr("Save"));
    refresh();
}

} // namespace Tandem
