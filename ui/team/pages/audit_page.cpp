#include "ui/team/pages/audit_page.h"

#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/team/pages/audit_model.h"
#include "ui/theme/state_view.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPromise>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTableView>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int margin = 8 * Theme::Grid;
constexpr int pauseMs = 250;
constexpr int firstDays = 30;
constexpr int widestSearch = 320;
constexpr int roomForArrow = 52;

/// Writes the filtered log; blocks.
Result<int> writeLines(AuditStore &store, const AuditFilter &filter, const QString &path, const std::atomic_bool &stop)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return failure(ErrorCode::Io, file.errorString());
    int lines = 0;
    const auto written = store.jsonLines(filter, [&](const QByteArray &line) {
        ++lines;
        return !stop && file.write(line + '\n') > 0;
    });
    if (!written) return failure(written.error());
    if (stop) return failure(ErrorCode::Cancelled, {});
    if (!file.commit()) return failure(ErrorCode::Io, file.errorString());
    return lines;
}

} // namespace

AuditPage::AuditPage(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context), m_model(new AuditModel(context.store.audit(), this))
{
    setObjectName(u"auditPage"_s);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AuditPage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_who, &QComboBox::activated, this, &AuditPage::applyFilter);
    connect(m_action, &QComboBox::activated, this, &AuditPage::applyFilter);
    for (auto *day : {m_from, m_to}) connect(day, &QDateEdit::dateChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_export, &QPushButton::clicked, this, &AuditPage::chooseFile);
    connect(m_model, &AuditModel::stateChanged, this, &AuditPage::showState);
    connect(m_state, &StateView::buttonPressed, m_model, &AuditModel::reload);
    connect(&context.team->directory(), &TeamDirectory::changed, this, &AuditPage::showNames);
    connect(&context.team->grants(), &GrantBook::changed, this, &AuditPage::showNames);
    retranslate();
}

AuditPage::~AuditPage()
{
    if (!m_writer) return;
    *m_stop = true;
    m_writer->wait(); // it reads from the store, which goes after us
}

QDateEdit *AuditPage::dayField(const QString &name, const QDate &day)
{
    auto *field = new QDateEdit(day, this);
    field->setObjectName(name);
    field->setCalendarPopup(true);
    const auto widest = locale().toString(QDate(2026, 10, 28), QLocale::ShortFormat);
    field->setMinimumWidth(field->fontMetrics().horizontalAdvance(widest) + roomForArrow);
    return field;
}

void AuditPage::buildFilters()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"audit.search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(widestSearch);
    m_who = new QComboBox(this);
    m_who->setObjectName(u"audit.who"_s);
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_action = new QComboBox(this);
    m_action->setObjectName(u"audit.action"_s);
    m_action->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_today = QDate::currentDate();
    m_from = dayField(u"audit.from"_s, m_today.addDays(-firstDays));
    m_to = dayField(u"audit.to"_s, m_today);
    m_until = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_until->setText(u"–"_s);
    m_export = new QPushButton(this);
    m_export->setObjectName(u"audit.export"_s);
}

void AuditPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"audit.table"_s);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(8 * Theme::Grid);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const auto &[column, width] : {std::pair{AuditModel::When, 190}, std::pair{AuditModel::Who, 130}, std::pair{AuditModel::What, 270},
             std::pair{AuditModel::Subject, 230}, std::pair{AuditModel::Detail, 260}}) {
        m_table->setColumnWidth(column, width);
    }
}

void AuditPage::build()
{
    auto &theme = m_context.theme;
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    buildFilters();
    buildTable();
    m_state = new StateView(theme, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(2 * Theme::Grid);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_who);
    filters->addWidget(m_action);
    filters->addWidget(m_from);
    filters->addWidget(m_until);
    filters->addWidget(m_to);
    filters->addStretch();
    filters->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin / 2);
    column->setSpacing(4 * Theme::Grid);
    column->addWidget(m_title);
    column->addLayout(filters);
    column->addWidget(m_stack, 1);
}

void AuditPage::applyFilter()
{
    const auto startOf = [](const QDate &day) { return fromEpochMillis(day.startOfDay().toMSecsSinceEpoch()); };
    AuditFilter filter;
    filter.text = m_search->text().simplified();
    filter.who = m_who->currentData().toString();
    filter.action = m_action->currentData().toString();
    filter.from = startOf(m_from->date());
    if (m_to->date() != m_today) filter.to = startOf(m_to->date().addDays(1)); // the server's clock may be ahead of ours
    m_model->setFilter(filter);
}

void AuditPage::showNames()
{
    const auto &directory = m_context.team->directory();
    AuditNames names;
    const auto chosen = m_who->currentData();
    m_who->clear();
    m_who->addItem(tr("Everybody"), QString());
    for (const auto &agent : directory.agents()) {
        const auto name = TeamDirectory::name(agent);
        names.logins.insert(agent.login, name);
        names.agents.insert(agent.id, name);
        m_who->addItem(name, agent.login);
    }
    m_who->addItem(tr("Gateway"), u"gateway"_s);
    m_who->setCurrentIndex(std::max(0, m_who->findData(chosen)));
    for (const auto &team : directory.teams()) names.teams.insert(team.id, team.name);
    for (const auto &label : directory.labels()) names.labels.insert(label.id, label.name);
    for (const auto &number : m_context.team->grants().numbers()) names.numbers.insert(number.id, Format::numberName(number));
    m_model->setNames(names);
}

void AuditPage::showState()
{
    using State = AuditModel::State;
    const bool empty = m_model->rowCount() == 0;
    m_export->setEnabled(!empty && !m_writer);
    if (m_model->state() == State::Failed) {
        m_state->setTone(Theme::Color::Error);
        m_state->set(u"error"_s, tr("The audit log could not be read"), m_model->errorText(), tr("Try again"));
    } else if (m_model->state() == State::Loading) {
        m_state->setTone(Theme::Color::Muted);
        m_state->set(u"shield"_s, tr("Reading the audit log…"), {});
    } else {
        m_state->setTone(Theme::Color::Muted);
        m_state->set(u"shield"_s, tr("Nothing fits"), tr("Every change of conversations, labels, rules and people is written here. Choose other words, another day or another person."));
    }
    m_stack->setCurrentIndex(empty ? 1 : 0);
}

void AuditPage::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Export the audit log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(u"audit-log.jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &path)
{
    if (m_writer) return;
    m_export->setEnabled(false);
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    m_writer = QThread::create([&store = m_context.store.audit(), filter = m_model->filter(), path, promise, stop = m_stop] {
        promise->addResult(writeLines(store, filter, path, *stop));
        promise->finish();
    });
    m_writer->setParent(this);
    m_writer->start();
    onFinished(this, promise->future(), [this](const Result<int> &lines) {
        m_writer->wait();
        m_writer->deleteLater();
        m_writer = nullptr;
        showState();
        if (!lines) return Q_EMIT said(tr("The audit log could not be exported: %1").arg(lines.error().text));
        const int count = *lines;
        Q_EMIT said(tr("%n line(s) exported", nullptr, count));
    });
}

void AuditPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Each look sees what is there now, also after midnight.
    const bool latest = m_to->date() == m_today;
    m_today = QDate::currentDate();
    if (latest) m_to->setDate(m_today);
    applyFilter();
}

void AuditPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void AuditPage::fillActions()
{
    const auto kept = m_action->currentData();
    m_action->clear();
    m_action->addItem(tr("All changes"), QString());
    m_action->addItem(tr("Conversations"), u"conversation."_s);
    m_action->addItem(tr("Messages"), u"message."_s);
    m_action->addItem(tr("Private notes"), u"note."_s);
    m_action->addItem(tr("Customers"), u"contact."_s);
    m_action->addItem(tr("Labels"), u"label."_s);
    m_action->addItem(tr("Views"), u"view."_s);
    m_action->addItem(tr("Canned replies"), u"canned_reply."_s);
    m_action->addItem(tr("Rules"), u"rule."_s);
    m_action->addItem(tr("People"), u"agent."_s);
    m_action->addItem(tr("Teams"), u"team."_s);
    m_action->addItem(tr("Numbers"), u"number."_s);
    m_action->addItem(tr("Linking"), u"link."_s);
    m_action->addItem(tr("Settings"), u"setting."_s);
    m_action->setCurrentIndex(std::max(0, m_action->findData(kept)));
    m_action->setAccessibleName(tr("Which changes"));
}

void AuditPage::retranslate()
{
    m_title->setText(tr("Audit log"));
    m_search->setPlaceholderText(tr("Customer, label, colleague, number…"));
    m_search->setAccessibleName(tr("Search the audit log"));
    m_who->setAccessibleName(tr("Whose changes"));
    m_from->setAccessibleName(tr("From this day on"));
    m_from->setToolTip(tr("From this day on"));
    m_to->setAccessibleName(tr("To the end of this day"));
    m_to->setToolTip(tr("To the end of this day"));
    m_export->setText(tr("Export…"));
    m_table->setAccessibleName(tr("Audit log"));
    fillActions();
    showNames();
    showState();
}

} // namespace Tandem
