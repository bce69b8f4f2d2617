#include "ui/team/pages/audit_page.h"

#include "core/store/store.h"
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

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int margin = 8 * Theme::Grid;
constexpr int pauseMs = 250;
constexpr int firstDays = 30;

/// Writes the filtered log as JSON lines; on a thread of its own, for the store blocks.
FutureResult<int> writeLines(AuditStore &store, const AuditFilter &filter, const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    auto *thread = QThread::create([&store, filter, path, promise] {
        QSaveFile file(path);
        int lines = 0;
        Result<int> outcome = failure(ErrorCode::Io, file.errorString());
        if (file.open(QIODevice::WriteOnly)) {
            const auto written = store.jsonLines(filter, [&](const QByteArray &line) {
                ++lines;
                return file.write(line + '\n') > 0;
            });
            if (!written) outcome = failure(written.error());
            else if (file.commit()) outcome = lines;
            else outcome = failure(ErrorCode::Io, file.errorString());
        } else {
            outcome = failure(ErrorCode::Io, file.errorString());
        }
        promise->addResult(outcome);
        promise->finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return promise->future();
}

} // namespace

AuditPage::AuditPage(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context), m_model(new AuditModel(context.store.audit(), this))
{
    setObjectName(u"auditPage"_s);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AuditPage::applyFilter);
    connect(m_who, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_action, &QComboBox::activated, this, &AuditPage::applyFilter);
    connect(m_from, &QDateEdit::dateChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_export, &QPushButton::clicked, this, &AuditPage::chooseFile);
    connect(m_model, &AuditModel::stateChanged, this, &AuditPage::showState);
    connect(m_state, &StateView::buttonPressed, m_model, &AuditModel::reload);
    retranslate();
}

void AuditPage::build()
{
    auto &theme = m_context.theme;
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    m_who = new QLineEdit(this);
    m_who->setObjectName(u"audit.who"_s);
    m_who->setClearButtonEnabled(true);
    m_action = new QComboBox(this);
    m_action->setObjectName(u"audit.action"_s);
    m_from = new QDateEdit(QDate::currentDate().addDays(-firstDays), this);
    m_from->setObjectName(u"audit.from"_s);
    m_from->setCalendarPopup(true);
    m_export = new QPushButton(this);
    m_export->setObjectName(u"audit.export"_s);
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
    for (const auto &[column, width] : {std::pair{AuditModel::When, 190}, std::pair{AuditModel::Who, 110}, std::pair{AuditModel::What, 220},
             std::pair{AuditModel::Subject, 150}, std::pair{AuditModel::Detail, 340}}) {
        m_table->setColumnWidth(column, width);
    }
    m_state = new StateView(theme, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(2 * Theme::Grid);
    filters->addWidget(m_who);
    filters->addWidget(m_action);
    filters->addWidget(m_from);
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
    AuditFilter filter;
    filter.who = m_who->text().trimmed();
    filter.action = m_action->currentData().toString();
    filter.from = fromEpochMillis(m_from->date().startOfDay().toMSecsSinceEpoch());
    m_model->setFilter(filter);
}

void AuditPage::showState()
{
    using State = AuditModel::State;
    const bool empty = m_model->rowCount() == 0;
    m_export->setEnabled(!empty);
    if (m_model->state() == State::Failed) {
        m_state->setTone(Theme::Color::Error);
        m_state->set(u"error"_s, tr("The audit log could not be read"), m_model->errorText(), tr("Try again"));
    } else if (m_model->state() == State::Loading) {
        m_state->setTone(Theme::Color::Muted);
        m_state->set(u"shield"_s, tr("Reading the audit log…"), {});
    } else {
        m_state->setTone(Theme::Color::Muted);
        m_state->set(u"shield"_s, tr("Nothing fits"), tr("Every change of conversations, labels, rules and people is written here. Choose an earlier day or another person."));
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
    m_export->setEnabled(false);
    onFinished(this, writeLines(m_context.store.audit(), m_model->filter(), path), [this](const Result<int> &lines) {
        m_export->setEnabled(true);
        if (!lines) return Q_EMIT said(tr("The audit log could not be exported: %1").arg(lines.error().text));
        const int count = *lines;
        Q_EMIT said(tr("%n line(s) exported", nullptr, count));
    });
}

void AuditPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFilter(); // each look sees what is there now
}

void AuditPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void AuditPage::retranslate()
{
    m_title->setText(tr("Audit log"));
    m_who->setPlaceholderText(tr("Login"));
    m_who->setAccessibleName(tr("Whose changes"));
    m_from->setAccessibleName(tr("From this day on"));
    m_from->setToolTip(tr("From this day on"));
    m_export->setText(tr("Export…"));
    m_table->setAccessibleName(tr("Audit log"));
    const auto kept = m_action->currentData();
    m_action->clear();
    m_action->addItem(tr("All changes"), QString());
    m_action->addItem(tr("Conversations"), u"conversation."_s);
    m_action->addItem(tr("Labels"), u"label."_s);
    m_action->addItem(tr("Private notes"), u"note."_s);
    m_action->addItem(tr("People"), u"agent."_s);
    m_action->addItem(tr("Teams"), u"team."_s);
    m_action->addItem(tr("Numbers"), u"number."_s);
    m_action->addItem(tr("Rules"), u"rule."_s);
    m_action->addItem(tr("Views"), u"view."_s);
    m_action->setCurrentIndex(qMax(0, m_action->findData(kept)));
    m_action->setAccessibleName(tr("Which changes"));
    showState();
}

} // namespace Tandem
