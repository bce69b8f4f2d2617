#include "ui/shell/sheets/starred_sheet.h"

#include "core/live/change_feed.h"
#include "ui/search/hit_painter.h"
#include "ui/shell/sheets/starred_model.h"
#include "ui/theme/state_view.h"

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize wanted(560, 560);

} // namespace

StarredSheet::StarredSheet(UiContext &context, QWidget *window)
    : Sheet(context.theme, window), m_model(new StarredModel(context, this)), m_list(new QListView(body())),
      m_state(new StateView(context.theme, body())), m_pages(new QStackedWidget(body()))
{
    setObjectName(u"starred"_s);
    m_list->setObjectName(u"starred.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitPainter(context.theme, context.clock, m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_state);
    column()->addWidget(m_pages, 1);
    connect(m_list, &QListView::clicked, this, &StarredSheet::choose);
    connect(m_list, &QListView::activated, this, &StarredSheet::choose);
    connect(m_model, &StarredModel::loaded, this, &StarredSheet::showState);
    connect(m_state, &StateView::buttonPressed, m_model, &StarredModel::load);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (isVisible() && !changes.conversations.isEmpty()) m_model->load();
    });
    retranslate();
}

QSize StarredSheet::cardSize() const
{
    return wanted;
}

void StarredSheet::opened()
{
    m_model->load();
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void StarredSheet::showState()
{
    const bool failed = !m_model->errorText().isEmpty();
    m_state->setTone(failed ? Theme::Color::Error : Theme::Color::Muted);
    if (failed) m_state->set(u"error"_s, tr("The list could not be read"), m_model->errorText(), tr("Try again"));
    else m_state->set(u"star"_s, tr("No starred messages"), tr("Star a message in its menu, and it is found here again."));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_model->index(0, 0));
}

void StarredSheet::choose(const QModelIndex &index)
{
    const auto *hit = m_model->hit(index);
    if (!hit) return;
    const auto id = hit->conversationId;
    const auto cursor = hit->cursor;
    close();
    Q_EMIT jumpTo(id, cursor);
}

void StarredSheet::retranslate()
{
    setTitle(tr("Starred messages"));
    m_list->setAccessibleName(tr("Starred messages"));
    if (m_model->isLoaded()) showState();
}

} // namespace Tandem
