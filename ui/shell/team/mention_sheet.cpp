#include "ui/shell/team/mention_sheet.h"

#include "core/base/clock.h"
#include "ui/format/content/note_row.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/state_view.h"

#include <QListView>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize wanted(520, 480);
constexpr QSize whenEmpty(520, 300);
constexpr int lineHeight = 64;
enum Role { MentionRole = Qt::UserRole + 1 };

/// Who, where and when above; what below.
class MentionPainter final : public QStyledItemDelegate
{
public:
    MentionPainter(const Theme &theme, const Clock &clock, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme), m_clock(clock) { }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, lineHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto mention = index.data(MentionRole).value<Mention>();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setBrush(m_theme.color(Theme::Color::Selection));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), Theme::Radius, Theme::Radius);
        }
        auto line = option.rect.adjusted(3 * Theme::Grid, 2 * Theme::Grid, -3 * Theme::Grid, 0);
        line.setHeight(22);
        painter->setFont(m_theme.font(Theme::Text::Small));
        painter->setPen(m_theme.color(Theme::Color::Muted));
        const auto time = Format::ago(mention.at, m_clock.now());
        const int used = painter->fontMetrics().horizontalAdvance(time) + 8;
        painter->drawText(line, Qt::AlignTrailing | Qt::AlignVCenter, time);
        painter->setFont(m_theme.font(Theme::Text::BodyStrong));
        painter->setPen(m_theme.color(Theme::Color::Text));
        const auto head = MentionSheet::tr("%1 in %2").arg(mention.authorName, Format::identity(mention.conversationTitle));
        painter->drawText(option.direction == Qt::RightToLeft ? line.adjusted(used, 0, 0, 0) : line.adjusted(0, 0, -used, 0), Qt::AlignLeading | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(head, Qt::ElideRight, line.width() - used));
        painter->setFont(m_theme.font(Theme::Text::Body));
        painter->setPen(m_theme.color(Theme::Color::Muted));
        painter->drawText(line.translated(0, 24), Qt::AlignLeading | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(mention.text.simplified(), Qt::ElideRight, line.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
    const Clock &m_clock;
};

} // namespace

MentionSheet::MentionSheet(UiContext &context, QWidget *window)
    : Sheet(context.theme, window), m_context(context), m_model(new QStandardItemModel(this)), m_list(new QListView(body())),
      m_state(new StateView(context.theme, body())), m_pages(new QStackedWidget(body()))
{
    setObjectName(u"mentions"_s);
    m_list->setObjectName(u"mentions.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new MentionPainter(context.theme, context.clock, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_state);
    column()->addWidget(m_pages, 1);
    connect(m_list, &QListView::clicked, this, &MentionSheet::choose);
    connect(m_list, &QListView::activated, this, &MentionSheet::choose);
    connect(&context.team->directory(), &TeamDirectory::mentionsChanged, this, &MentionSheet::fill);
    retranslate();
}

QSize MentionSheet::cardSize() const { return m_model->rowCount() > 0 ? wanted : whenEmpty; }

void MentionSheet::opened()
{
    fill();
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void MentionSheet::fill()
{
    m_model->clear();
    for (const auto &mention : m_context.team->directory().mentions()) {
        auto *item = new QStandardItem;
        item->setData(QVariant::fromValue(mention), MentionRole);
        item->setData(tr("%1 in %2: %3").arg(mention.authorName, mention.conversationTitle, mention.text), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    fit();
    if (m_model->rowCount() > 0) m_list->setCurrentIndex(m_model->index(0, 0));
}

void MentionSheet::choose(const QModelIndex &index)
{
    const auto mention = index.data(MentionRole).value<Mention>();
    close();
    Q_EMIT jumpTo(mention.conversation, {toEpochMillis(mention.at), MessageId{FirstNoteRow + mention.note.value}});
}

void MentionSheet::retranslate()
{
    setTitle(tr("Notes that name you"));
    m_list->setAccessibleName(tr("Notes that name you"));
    m_state->set(u"at"_s, tr("Nothing new"), tr("When a colleague names you in a private note, it waits here until you have read it."));
    fill();
}

} // namespace Tandem
