#include "ui/shell/team/labels_sheet.h"

#include "ui/models/team/team_desk.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize wanted(520, 520);
constexpr int around = 96; ///< title and margins
constexpr int lowest = 200;
constexpr int colors = 6;
constexpr int longestName = 40;

QIcon point(const Theme &theme, int color)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.stripe(color));
    painter.drawEllipse(QRectF(2, 2, 12, 12));
    return pixmap;
}

} // namespace

LabelsSheet::LabelsSheet(UiContext &context, QWidget *window)
    : Sheet(context.theme, window), m_context(context), m_inside(new QWidget), m_rows(new QVBoxLayout(m_inside))
{
    setObjectName(u"labelsSheet"_s);
    m_rows->setContentsMargins(0, 0, 2 * Theme::Grid, 0);
    m_rows->setSpacing(2 * Theme::Grid);
    auto *scroll = new QScrollArea(body());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_inside);
    m_inside->setAutoFillBackground(false); // the area has just switched it on
    column()->addWidget(scroll, 1);
    connect(&context.team->directory(), &TeamDirectory::changed, this, [this] {
        if (isVisible()) fill();
    });
    retranslate();
}

QSize LabelsSheet::cardSize() const { return {wanted.width(), std::clamp(around + m_inside->sizeHint().height(), lowest, wanted.height())}; }

void LabelsSheet::opened()
{
    m_context.team->directory().countLabels();
    m_shown.clear();
    fill();
}

void LabelsSheet::fill()
{
    const auto &directory = m_context.team->directory();
    if (directory.labels() == m_shown && directory.labelUsage() == m_uses && m_rows->count() > 0) return;
    m_shown = directory.labels();
    m_uses = directory.labelUsage();
    while (auto *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    if (m_shown.isEmpty()) {
        auto *none = new ThemedLabel(m_look, Theme::Text::Body, Theme::Color::Muted, m_inside);
        none->setText(tr("No labels yet. Press L in a conversation and type a word."));
        none->setWordWrap(true);
        m_rows->addWidget(none);
    }
    for (const auto &label : std::as_const(m_shown)) addRow(label, m_uses.value(label.id));
    m_rows->addStretch();
    fit();
}

void LabelsSheet::addRow(const Label &label, int uses)
{
    auto *line = new QWidget(m_inside);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Grid);
    auto *color = new QPushButton(point(m_look, label.colorIndex), {}, line);
    color->setProperty("role", u"quiet"_s);
    color->setToolTip(tr("Another colour"));
    color->setAccessibleName(tr("Colour of %1").arg(label.name));
    connect(color, &QPushButton::clicked, this, [this, label] {
        auto changed = label;
        changed.colorIndex = (label.colorIndex + 1) % colors;
        m_context.team->actions().changeLabel(changed);
    });
    auto *name = new QLineEdit(label.name, line);
    name->setObjectName(u"labels.name"_s);
    name->setMaxLength(longestName);
    name->setAccessibleName(tr("Name of the label"));
    connect(name, &QLineEdit::editingFinished, this, [this, label, name] {
        auto changed = label;
        changed.name = name->text().simplified();
        if (changed.name.isEmpty()) name->setText(label.name);
        else if (changed.name != label.name) m_context.team->actions().changeLabel(changed);
    });
    auto *count = new ThemedLabel(m_look, Theme::Text::Small, Theme::Color::Muted, line);
    count->setText(tr("%n conversation(s)", nullptr, uses));
    auto *more = new IconButton(m_look, u"more"_s, line);
    more->setIconSize(16);
    more->setHelp(tr("Merge or delete %1").arg(label.name));
    connect(more, &QAbstractButton::clicked, this, [this, label, uses, more] { showMenu(label, uses, more); });
    row->addWidget(color);
    row->addWidget(name, 1);
    row->addWidget(count);
    row->addWidget(more);
    m_rows->addWidget(line);
}

void LabelsSheet::showMenu(const Label &label, int uses, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *into = menu->addMenu(m_look.icon(u"tag"_s), tr("Merge into"));
    for (const auto &other : std::as_const(m_shown)) {
        if (other.id == label.id) continue;
        connect(into->addAction(point(m_look, other.colorIndex), QString(other.name).replace(u'&', u"&&"_s)), &QAction::triggered, this,
            [this, other, label] { Q_EMIT mergeRequested(other, label); });
    }
    into->setEnabled(m_shown.size() > 1);
    connect(menu->addAction(m_look.icon(u"trash"_s), tr("Delete…")), &QAction::triggered, this, [this, label, uses] { Q_EMIT removeRequested(label, uses); });
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void LabelsSheet::retranslate()
{
    setTitle(tr("Labels"));
    m_shown.clear();
    if (isVisible()) fill();
}

} // namespace Tandem
