#include "ui/search/search_results.h"

#include "ui/models/search_model.h"
#include "ui/search/hit_painter.h"
#include "ui/theme/state_view.h"

#include <QEvent>
#include <QListView>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int slowMs = 250;

} // namespace

SearchResults::SearchResults(ConversationStore &store, const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(new SearchModel(store, this)), m_view(new QListView(this)),
      m_state(new StateView(theme, this)), m_pages(new QStackedWidget(this))
{
    m_view->setObjectName(u"search.results"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HitPainter(theme, clock, m_view));
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_slow, &QTimer::timeout, this, &SearchResults::showState);
    connect(m_model, &SearchModel::stateChanged, this, &SearchResults::showState);
    connect(m_view, &QListView::clicked, this, &SearchResults::activate);
    connect(m_view, &QListView::activated, this, &SearchResults::activate);
    connect(&theme, &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    m_view->setAccessibleName(tr("Search results"));
}

void SearchResults::setQuery(const QString &query)
{
    m_activateWhenReady = false;
    m_model->setQuery(query);
}

void SearchResults::showState()
{
    using State = SearchModel::State;
    const auto state = m_model->state();
    if (state == State::Searching) {
        if (!m_slow.isActive() && m_model->rowCount() == 0 && m_pages->currentIndex() == 0) {
            m_state->setTone(Theme::Color::Muted);
            m_state->set(u"search"_s, tr("Searching…"), {});
            m_pages->setCurrentIndex(1);
        } else if (!m_slow.isActive()) {
            m_slow.start();
        }
        return;
    }
    m_slow.stop();
    if (state == State::Failed) {
        m_state->setTone(Theme::Color::Error);
        m_state->set(u"error"_s, tr("Search did not work"), m_model->errorText());
    } else if (state == State::Ready && m_model->rowCount() == 0) {
        m_state->setTone(Theme::Color::Muted);
        m_state->set(u"search"_s, tr("Nothing found"), tr("No name, number or message has “%1”.").arg(m_model->shownQuery()));
    }
    m_pages->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    if (state == State::Ready && std::exchange(m_activateWhenReady, false)) activateCurrent();
}

void SearchResults::step(int by)
{
    const auto last = m_model->rowCount() - 1;
    int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + by : m_model->firstHit().row();
    row = std::clamp(row, 0, std::max(0, last));
    const int direction = by < 0 ? -1 : 1;
    while (row >= 0 && row <= last && !m_model->hit(m_model->index(row))) row += direction;
    if (const auto index = m_model->index(row); m_model->hit(index)) m_view->setCurrentIndex(index);
}

void SearchResults::activateCurrent()
{
    if (m_model->state() == SearchModel::State::Searching) {
        m_activateWhenReady = true; // Enter right after typing means the hits of what was typed
        return;
    }
    const auto current = m_view->currentIndex();
    activate(m_model->hit(current) ? current : m_model->firstHit());
}

void SearchResults::activate(const QModelIndex &index)
{
    const auto *hit = m_model->hit(index);
    if (!hit) return;
    m_view->setCurrentIndex(index);
    const auto cursor = hit->kind == SearchHit::Kind::Message ? hit->cursor : MessageCursor{};
    Q_EMIT jumpTo(hit->conversationId, cursor);
}

void SearchResults::showCurrent(ConversationId id)
{
    const auto *hit = m_model->hit(m_view->currentIndex());
    if (hit && hit->conversationId != id) m_view->clearSelection();
}

void SearchResults::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void SearchResults::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_view->setAccessibleName(tr("Search results"));
        m_model->retranslate();
        if (m_model->state() != SearchModel::State::Idle) showState();
    }
    QWidget::changeEvent(event);
}

} // namespace Tandem
