#include "ui/shell/parts/status_line.h"

#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/numbers/number_words.h"
#include "ui/numbers/parts/budget_meter.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int historyWidth = 88;

/// A filled dot in a theme colour.
class Dot final : public QWidget
{
public:
    Dot(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { setFixedSize(8, 8); }
    void setColor(Theme::Color color)
    {
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(m_color));
        painter.drawEllipse(rect());
    }

private:
    const Theme &m_theme;
    Theme::Color m_color = Theme::Color::Muted;
};

} // namespace

StatusLine::StatusLine(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"statusLine"_s);
    setFixedHeight(Theme::StatusHeight);
    auto &theme = context.theme;
    const auto label = [&](Theme::Color color) { return new ThemedLabel(theme, Theme::Text::Small, color, this); };
    m_dot = new Dot(theme, this);
    m_connected = label(Theme::Color::Text);
    m_connected->setCursor(Qt::PointingHandCursor);
    m_budgetTitle = label(Theme::Color::Muted);
    m_meter = new BudgetMeter(theme, this, Theme::Text::Small);
    m_meter->setObjectName(u"statusLine.budget"_s);
    m_reserve = label(Theme::Color::Muted);
    m_reserve->setObjectName(u"statusLine.reserve"_s);
    m_queueText = label(Theme::Color::Muted);
    m_queueText->setObjectName(u"statusLine.queue"_s);
    m_historyIcon = new ThemedIcon(theme, u"history"_s, 14, Theme::Color::Accent, this);
    m_historyText = label(Theme::Color::Text);
    m_historyLine = new ProgressLine(theme, this);
    m_historyLine->setFixedWidth(historyWidth);
    m_historyNote = label(Theme::Color::Muted);
    m_historyNote->setObjectName(u"statusLine.history"_s);
    m_warningIcon = new ThemedIcon(theme, u"warning"_s, 14, Theme::Color::Warning, this);
    m_warning = label(Theme::Color::Warning);
    m_warning->setObjectName(u"statusLine.warning"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Grid, 1, 3 * Theme::Grid, 0);
    layout->setSpacing(6);
    const auto gap = [layout] { layout->addSpacing(4 * Theme::Grid); };
    layout->addWidget(m_dot);
    layout->addWidget(m_connected);
    gap();
    layout->addWidget(m_budgetTitle);
    layout->addWidget(m_meter);
    layout->addWidget(m_reserve);
    gap();
    layout->addWidget(m_queueText);
    gap();
    layout->addWidget(m_historyIcon);
    layout->addWidget(m_historyText);
    layout->addWidget(m_historyLine);
    layout->addWidget(m_historyNote);
    layout->addStretch(1);
    layout->addWidget(m_warningIcon);
    layout->addWidget(m_warning);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&context.store, &Store::connectionChanged, this, &StatusLine::retranslate);
    retranslate();
}

void StatusLine::setNumbers(const QList<Number> &numbers)
{
    m_numbers = numbers;
    retranslate();
}

void StatusLine::setBudgets(const BudgetSnapshots &budgets)
{
    m_budgets = budgets;
    showBudget();
    fit();
}

void StatusLine::setFavouredNumber(const QString &phoneNumberId)
{
    m_favoured = phoneNumberId;
    showBudget();
    fit();
}

void StatusLine::setQueue(qint64 depth)
{
    if (depth == m_queue) return;
    m_queue = depth;
    retranslate();
}

void StatusLine::setOnline(bool graphReachable)
{
    if (graphReachable == m_online) return;
    m_online = graphReachable;
    retranslate();
}

void StatusLine::retranslate()
{
    showConnected();
    showBudget();
    showQueue();
    showHistory();
    showWarning();
    fit();
}

void StatusLine::showConnected()
{
    const auto linked = std::count_if(m_numbers.cbegin(), m_numbers.cend(), [](const Number &n) { return n.state == NumberState::Linked; });
    const bool fine = m_online && linked > 0 && linked == m_numbers.size();
    // Without the team's server nobody here knows how its numbers are.
    const bool known = m_context.store.isConnected();
    m_dot->setVisible(known);
    m_connected->setVisible(known);
    static_cast<Dot *>(m_dot)->setColor(fine ? Theme::Color::Accent : linked > 0 ? Theme::Color::Warning : Theme::Color::Muted);
    if (m_numbers.isEmpty()) m_connected->setText(tr("No number linked"));
    else if (linked == m_numbers.size()) m_connected->setText(tr("%n number(s) connected", nullptr, int(linked)));
    else m_connected->setText(tr("%1 of %n number(s) connected", nullptr, int(m_numbers.size())).arg(Format::count(linked)));
}

void StatusLine::showBudget()
{
    auto at = std::find_if(m_budgets.cbegin(), m_budgets.cend(), [this](const auto &b) { return b.phoneNumberId == m_favoured; });
    if (at == m_budgets.cend()) {
        at = std::max_element(m_budgets.cbegin(), m_budgets.cend(), [](const auto &a, const auto &b) { return a.used + a.phone < b.used + b.phone; });
    }
    const bool known = at != m_budgets.cend();
    for (QWidget *part : std::initializer_list<QWidget *>{m_budgetTitle, m_meter}) part->setVisible(known);
    m_reserve->setVisible(known && at->reserve > 0);
    if (!known) return;
    m_budgetTitle->setText(tr("This second"));
    m_meter->setBudget(*at);
    m_reserve->setText(tr("%n kept for the phone", nullptr, at->reserve));
}

void StatusLine::showQueue()
{
    m_queueText->setVisible(!m_numbers.isEmpty() && m_context.store.isConnected());
    m_queueText->setText(m_queue == 0 ? tr("Nothing waits to be sent") : tr("%n message(s) wait to be sent", nullptr, int(m_queue)));
}

void StatusLine::showHistory()
{
    const auto at = std::find_if(m_numbers.cbegin(), m_numbers.cend(), [](const Number &n) {
        return n.history.state == HistoryState::Requested || n.history.state == HistoryState::Running || n.history.state == HistoryState::Stalled;
    });
    const bool running = at != m_numbers.cend();
    for (QWidget *part : std::initializer_list<QWidget *>{m_historyIcon, m_historyText, m_historyLine, m_historyNote}) part->setVisible(running);
    if (!running) return;
    const bool stalled = at->history.state == HistoryState::Stalled;
    m_historyText->setText(tr("History of %1").arg(Format::numberName(*at)));
    m_historyLine->setValue(at->history.progress, stalled ? Theme::Color::Warning : Theme::Color::Accent);
    auto note = tr("%1 %").arg(Format::count(at->history.progress));
    if (at->history.phase >= 0) note += u" · "_s + NumberWords::historyPhase(at->history.phase);
    note += u" · "_s + (stalled ? tr("stalled: open the app on the phone") : tr("keep the app open on the phone"));
    m_historyNote->setText(note);
    m_historyNote->setColor(stalled ? Theme::Color::Warning : Theme::Color::Muted);
}

void StatusLine::showWarning()
{
    QString words;
    auto color = Theme::Color::Warning;
    auto icon = u"warning"_s;
    const auto stopped = std::find_if(m_numbers.cbegin(), m_numbers.cend(), [](const Number &n) {
        return n.state == NumberState::Blocked || n.state == NumberState::Disconnected || n.state == NumberState::Suspended;
    });
    const auto paused = std::find_if(m_numbers.cbegin(), m_numbers.cend(), [](const Number &n) { return n.sendingPaused; });
    if (!m_online) {
        icon = u"offline"_s;
        words = tr("Offline: you can read and write; replies go out when the connection is back");
    } else if (stopped != m_numbers.cend()) {
        words = tr("%1: %2").arg(Format::numberName(*stopped), NumberWords::state(*stopped).text);
        if (stopped->state != NumberState::Suspended) color = Theme::Color::Error;
    } else if (paused != m_numbers.cend()) {
        icon = u"pause"_s;
        words = tr("%1: sending is paused").arg(Format::numberName(*paused));
    }
    m_warning->setVisible(!words.isEmpty());
    m_warningIcon->setVisible(!words.isEmpty());
    m_warning->setText(words);
    m_warning->setColor(color);
    m_warningIcon->set(icon, color);
}

void StatusLine::fit()
{
    // What matters least goes first; the warning stays whole.
    const QList<QList<QWidget *>> expendable{{m_reserve}, {m_queue == 0 ? m_queueText : nullptr}, {m_historyNote}, {m_budgetTitle},
        {m_historyIcon, m_historyText, m_historyLine}, {m_meter}, {m_queueText}};
    layout()->invalidate();
    for (const auto &group : expendable) {
        if (layout()->sizeHint().width() <= width()) return;
        for (auto *part : group) {
            if (part) part->hide();
        }
        layout()->invalidate();
    }
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    retranslate();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), m_context.theme.color(Theme::Color::Line));
}

void StatusLine::mouseReleaseEvent(QMouseEvent *event)
{
    const auto *hit = childAt(event->pos());
    if (hit == m_connected || hit == m_dot || hit == m_warning) Q_EMIT numbersRequested();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace Tandem
