#include "ui/composer/timing/pending_row.h"

#include "ui/format/time_text.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/widgets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString iconOf(PendingItem::Kind kind)
{
    using enum PendingItem::Kind;
    switch (kind) {
    case Undo: return u"send"_s;
    case Later: return u"clock"_s;
    case WhenTheyWrite: return u"hourglass"_s;
    case Uploading: return u"attach"_s;
    case Stale: return u"warning"_s;
    case Failed: break;
    }
    return u"error"_s;
}

} // namespace

PendingRow::PendingRow(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new ThemedIcon(theme, u"clock"_s, 16, Theme::Color::Muted, this)), m_text(new ElidedLabel(this)),
      m_progress(new ProgressLine(theme, this)), m_undo(button(&PendingRow::undo)), m_now(button(&PendingRow::sendNow)),
      m_edit(button(&PendingRow::edit)), m_retry(button(&PendingRow::retry)), m_cancel(button(&PendingRow::cancel))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Grid * 2, Theme::Grid / 2, Theme::Grid, Theme::Grid / 2);
    row->setSpacing(Theme::Grid * 2);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    for (auto *one : {m_undo, m_now, m_edit, m_retry, m_cancel}) row->addWidget(one);
    m_progress->setFixedWidth(Theme::Grid * 24);
    m_undo->setObjectName(u"pending.undo"_s);
    m_now->setObjectName(u"pending.now"_s);
    m_edit->setObjectName(u"pending.edit"_s);
    m_retry->setObjectName(u"pending.retry"_s);
    m_cancel->setObjectName(u"pending.cancel"_s);
}

QPushButton *PendingRow::button(void (PendingRow::*signal)())
{
    auto *button = new QPushButton(this);
    button->setProperty("role", u"link"_s);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

QString PendingRow::words(UtcTime now) const
{
    using enum PendingItem::Kind;
    const auto text = m_item.ids.size() > 1 ? u"%1 (+%2)"_s.arg(m_item.text).arg(m_item.ids.size() - 1) : m_item.text;
    switch (m_item.kind) {
    case Undo: {
        const auto left = m_item.due ? std::max<qint64>(0, (toEpochMillis(*m_item.due) - toEpochMillis(now) + 999) / 1000) : 0;
        return left > 0 ? tr("Goes in %n second(s): %1", nullptr, int(left)).arg(text) : tr("Going: %1").arg(text);
    }
    case Later: return m_item.due ? tr("Goes %1: %2").arg(Format::dateAndTime(*m_item.due), text) : text;
    case WhenTheyWrite: return tr("Goes when they next write: %1").arg(text);
    case Uploading: return tr("Uploading %1").arg(text);
    case Stale: return tr("Has waited for hours. Is it still right? %1").arg(text);
    case Failed: break;
    }
    return tr("Not sent: %1").arg(text);
}

void PendingRow::set(const PendingItem &item, UtcTime now)
{
    using enum PendingItem::Kind;
    m_item = item;
    const bool failed = item.kind == Failed;
    const bool stale = item.kind == Stale;
    m_icon->set(iconOf(item.kind), failed ? Theme::Color::Error : stale ? Theme::Color::Warning : Theme::Color::Muted);
    m_text->setText(words(now));
    m_undo->setText(tr("Undo"));
    m_now->setText(tr("Send now"));
    m_edit->setText(tr("Edit"));
    m_retry->setText(tr("Try again"));
    m_cancel->setText(failed || stale ? tr("Discard") : tr("Cancel"));
    const bool waits = item.kind == Later || item.kind == WhenTheyWrite;
    m_undo->setVisible(item.kind == Undo);
    m_now->setVisible(waits || stale || item.kind == Undo);
    m_edit->setVisible((waits || stale) && item.editable);
    setToolTip((waits || stale) && !item.editable ? tr("It was not written here, so it can only be sent or cancelled.") : QString());
    m_retry->setVisible(failed);
    m_cancel->setVisible(waits || failed || stale || item.kind == Uploading);
    m_progress->setVisible(item.kind == Uploading);
    if (item.total > 0) m_progress->setValue(int(item.sent * 100 / item.total));
    setAccessibleName(m_text->text());
}

void PendingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_item.kind == PendingItem::Kind::Failed ? Theme::Color::ErrorWash : Theme::Color::Hover));
    painter.drawRoundedRect(rect(), Theme::Radius - 2, Theme::Radius - 2);
}

} // namespace Tandem
