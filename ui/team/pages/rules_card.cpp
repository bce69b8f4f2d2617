#include "ui/team/pages/rules_card.h"

#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/icon_button.h"

#include <QCheckBox>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace Tandem {

QString methodName(AssignmentMethod method)
{
    switch (method) {
    case AssignmentMethod::Owner: return RulesCard::tr("to the customer's owner");
    case AssignmentMethod::LastAgent: return RulesCard::tr("to who answered last");
    case AssignmentMethod::RoundRobin: return RulesCard::tr("in turn");
    case AssignmentMethod::LeastBusy: break;
    }
    return RulesCard::tr("to who has least");
}

RulesCard::RulesCard(UiContext &context, QWidget *parent)
    : Card(context.theme, parent), m_context(context), m_title(new ThemedLabel(context.theme, Theme::Text::Heading, Theme::Color::Text, this)),
      m_words(new ThemedLabel(context.theme, Theme::Text::Body, Theme::Color::Muted, this)), m_rows(new QVBoxLayout), m_add(new QPushButton(this))
{
    setObjectName(u"rules"_s);
    m_words->setWordWrap(true);
    m_rows->setSpacing(2 * Theme::Grid);
    m_add->setObjectName(u"rules.add"_s);
    m_add->setProperty("role", u"quiet"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5 * Theme::Grid, 4 * Theme::Grid, 5 * Theme::Grid, 4 * Theme::Grid);
    column->setSpacing(3 * Theme::Grid);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addLayout(m_rows);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, [this] { write(m_rules + QList<AssignmentRule>{AssignmentRule{}}, tr("Rule added")); });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (changes.team || changes.all) load();
    });
    load();
}

void RulesCard::load()
{
    onFinished(this, m_context.store.numbers().all(), [this](const Result<QList<Number>> &numbers) {
        if (numbers) m_numbers = *numbers;
        if (m_loaded) show();
    });
    onFinished(this, m_context.store.assignments().rules(), [this](const Result<QList<AssignmentRule>> &rules) {
        if (!rules) return;
        m_rules = *rules;
        m_loaded = true;
        show();
    });
}

void RulesCard::refresh()
{
    m_title->setText(tr("Who gets new conversations"));
    m_words->setText(tr("When a customer writes and nobody has the conversation, these rules are tried from top to bottom. Nobody who is away or not here gets anything."));
    m_add->setText(tr("Add a rule"));
    m_add->setIcon(m_context.theme.icon(u"plus"_s));
    m_add->setVisible(m_context.team->directory().isLead());
    if (m_loaded) show();
}

RulesCard::Choices RulesCard::choices() const
{
    Choices made;
    const auto &directory = m_context.team->directory();
    for (const auto &number : std::as_const(m_numbers)) made.numbers.append({number.id.value, Format::numberName(number)});
    for (const auto &label : directory.labels()) made.labels.append({label.id.value, label.name});
    for (const auto &team : directory.teams()) made.teams.append({team.id.value, tr("team %1").arg(team.name)});
    made.any = tr("any number");
    made.lead = directory.isLead();
    return made;
}

void RulesCard::show()
{
    auto offered = choices();
    if (m_shown == offered && m_shownRules == m_rules) return;
    m_shown = std::move(offered);
    m_shownRules = m_rules;
    while (auto *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < m_rules.size(); ++i) addRow(i);
}

QComboBox *RulesCard::methodBox(int index, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"rules.method"_s);
    using enum AssignmentMethod;
    for (const auto method : {Owner, LastAgent, RoundRobin, LeastBusy}) box->addItem(methodName(method), int(method));
    box->setCurrentIndex(int(m_rules.at(index).method));
    connect(box, &QComboBox::activated, this, [this, index](int chosen) {
        auto rule = m_rules.at(index);
        rule.method = AssignmentMethod(chosen);
        change(index, rule);
    });
    return box;
}

void RulesCard::addRow(int index)
{
    const auto rule = m_rules.at(index);
    auto *line = new QWidget(this);
    line->setObjectName(u"rules.line"_s);
    line->setEnabled(m_shown->lead);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Grid);
    auto *on = new QCheckBox(line);
    on->setChecked(rule.enabled);
    on->setToolTip(tr("Switch the rule on or off"));
    connect(on, &QCheckBox::toggled, this, [this, index, rule](bool enabled) {
        auto changed = rule;
        changed.enabled = enabled;
        change(index, changed);
    });
    const auto box = [&](const QString &any, const QList<std::pair<qint64, QString>> &choices, qint64 chosen, auto set) {
        auto *made = new QComboBox(line);
        made->addItem(any, qint64(0));
        for (const auto &[id, text] : choices) made->addItem(text, id);
        made->setCurrentIndex(qMax(0, made->findData(chosen)));
        connect(made, &QComboBox::activated, this, [this, made, index, rule, set] {
            auto changed = rule;
            set(changed, made->currentData().toLongLong());
            change(index, changed);
        });
        row->addWidget(made, 1);
    };
    row->addWidget(on);
    box(m_shown->any, m_shown->numbers, rule.number ? rule.number->value : 0,
        [](AssignmentRule &r, qint64 id) { r.number = id ? std::optional(NumberId{id}) : std::nullopt; });
    box(tr("any label"), m_shown->labels, rule.label ? rule.label->value : 0,
        [](AssignmentRule &r, qint64 id) { r.label = id ? std::optional(LabelId{id}) : std::nullopt; });
    row->addWidget(methodBox(index, line), 1);
    box(tr("of everybody"), m_shown->teams, rule.team ? rule.team->value : 0,
        [](AssignmentRule &r, qint64 id) { r.team = id ? std::optional(TeamId{id}) : std::nullopt; });
    auto *up = new IconButton(m_context.theme, u"arrow-up"_s, line);
    up->setIconSize(14);
    up->setHelp(tr("Try it earlier"));
    up->setEnabled(index > 0);
    connect(up, &QAbstractButton::clicked, this, [this, index] {
        auto rules = m_rules;
        rules.swapItemsAt(index, index - 1);
        write(rules, tr("Rules reordered"));
    });
    auto *gone = new IconButton(m_context.theme, u"trash"_s, line);
    gone->setIconSize(14);
    gone->setHelp(tr("Delete the rule"));
    connect(gone, &QAbstractButton::clicked, this, [this, index] {
        auto rules = m_rules;
        rules.removeAt(index);
        write(rules, tr("Rule deleted"));
    });
    row->addWidget(up);
    row->addWidget(gone);
    m_rows->addWidget(line);
}

void RulesCard::change(int index, const AssignmentRule &rule)
{
    auto rules = m_rules;
    rules[index] = rule;
    write(rules, tr("Rule changed"));
}

void RulesCard::write(const QList<AssignmentRule> &rules, const QString &words)
{
    const auto undo = [this, rules, before = m_rules] {
        onFinished(this, m_context.store.assignments().setRules(before, rules), [this](const Result<bool> &done) { told(done, {}, {}); });
    };
    onFinished(this, m_context.store.assignments().setRules(rules, m_rules), [this, words, undo](const Result<bool> &done) { told(done, words, undo); });
}

void RulesCard::told(const Result<bool> &done, const QString &words, const std::function<void()> &undo)
{
    if (!done && done.error().code != ErrorCode::Cancelled) Q_EMIT said(done.error().text, {});
    else if (done && !words.isEmpty()) Q_EMIT said(words, undo);
    m_shown.reset(); // a box may show what did not come to be
    load();
}

} // namespace Tandem
