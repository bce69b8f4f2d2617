#include "ui/settings/diagnostics_section.h"

#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/settings/setting_section.h"
#include "ui/settings/workspace_control.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int listed = 50; ///< more are counted, not listed
constexpr int lines = 8;

} // namespace

DiagnosticsSection::DiagnosticsSection(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_section = new SettingSection(context.theme, this);
    layout->addWidget(m_section);
    m_versionRow = m_section->addText();
    m_quarantineRow = m_section->addText();
    m_list = new QWidget(this);
    m_lines = new QVBoxLayout(m_list);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Theme::Grid);
    m_section->addWide(m_list);
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Grid);
    m_replay = new QPushButton(buttons);
    m_replay->setObjectName(u"settings.replay"_s);
    m_copy = new QPushButton(buttons);
    m_copy->setObjectName(u"settings.copyDiagnostics"_s);
    m_outcome = new ThemedLabel(context.theme, Theme::Text::Body, Theme::Color::Accent, buttons);
    row->addWidget(m_replay);
    row->addWidget(m_copy);
    row->addWidget(m_outcome);
    row->addStretch();
    m_section->addWide(buttons);
    connect(m_replay, &QPushButton::clicked, this, &DiagnosticsSection::replay);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (!m_context.workspace) return;
        QGuiApplication::clipboard()->setText(m_context.workspace->diagnostics());
        m_outcome->setText(tr("Copied. It holds no secrets, names or messages."));
    });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (changes.deliveries && isVisible()) reload();
    });
    m_copy->setVisible(context.workspace != nullptr);
    retranslate();
}

void DiagnosticsSection::retranslate()
{
    m_section->setTitle(tr("Diagnostics"));
    m_section->setRow(m_versionRow, tr("Versions"));
    m_section->setValue(m_versionRow, u"Tandem %1 · Qt %2"_s.arg(QLatin1StringView(TANDEM_VERSION), QLatin1StringView(qVersion())));
    m_section->setRow(m_quarantineRow, tr("Deliveries not understood"), tr("They are kept whole and can be tried again, for example after an update."));
    m_replay->setText(tr("Try them again"));
    m_copy->setText(tr("Copy diagnostics"));
    m_outcome->clear();
    showDeliveries(m_deliveries);
}

void DiagnosticsSection::reload()
{
    onFinished(this, m_context.store.deliveries().quarantined(listed), [this](const Result<QList<Delivery>> &deliveries) {
        if (deliveries) showDeliveries(*deliveries);
    });
}

void DiagnosticsSection::showDeliveries(const QList<Delivery> &deliveries)
{
    m_deliveries = deliveries;
    while (auto *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto count = deliveries.size();
    m_section->setValue(m_quarantineRow, count == 0 ? tr("none") : count == listed ? tr("%1 or more").arg(count) : QLocale().toString(count),
        count ? Theme::Color::Warning : Theme::Color::Text);
    for (const auto &delivery : deliveries.mid(0, lines)) {
        auto *line = new ThemedLabel(m_context.theme, Theme::Text::Small, Theme::Color::Muted, m_list);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->setWordWrap(true);
        const auto when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(toEpochMillis(delivery.receivedAt)), QLocale::ShortFormat);
        line->setText(u"%1 · #%2 · %3"_s.arg(when).arg(delivery.id.value).arg(delivery.reason));
        m_lines->addWidget(line);
    }
    m_list->setVisible(count > 0);
    m_replay->setVisible(count > 0);
    m_replay->parentWidget()->setVisible(count > 0 || m_context.workspace);
}

void DiagnosticsSection::replay()
{
    m_replay->setEnabled(false);
    onFinished(this, m_context.store.deliveries().replayQuarantined(), [this](const Result<int> &count) {
        m_replay->setEnabled(true);
        m_outcome->setText(count ? tr("%n delivery(s) are tried again.", nullptr, *count) : count.error().text);
        if (m_context.gateway) m_context.gateway->wake();
        reload();
    });
}

void DiagnosticsSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void DiagnosticsSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

} // namespace Tandem
