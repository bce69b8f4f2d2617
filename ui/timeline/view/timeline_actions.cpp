#include "core/base/clock.h"
#include "core/store/store.h"
#include "ui/format/message_content.h"
#include "ui/format/time_text.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/pictures/picture_viewer.h"
#include "ui/timeline/rows/timeline_rows.h"
#include "ui/timeline/view/timeline_view.h"

#include <QAccessible>
#include <QApplication>
#include <QCalendarWidget>
#include <QClipboard>
#include <QCursor>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeDatabase>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTextCharFormat>
#include <QThreadPool>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace Tandem {

namespace {

/// The calendar's own look has red week-ends and coloured arrows.
void dressCalendar(QCalendarWidget &calendar, const Theme &theme)
{
    QTextCharFormat plain;
    plain.setForeground(theme.color(Theme::Color::Text));
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) calendar.setWeekdayTextFormat(Qt::DayOfWeek(day), plain);
    QTextCharFormat names;
    names.setForeground(theme.color(Theme::Color::Muted));
    names.setBackground(theme.color(Theme::Color::Panel));
    calendar.setHeaderTextFormat(names);
    const bool mirrored = calendar.layoutDirection() == Qt::RightToLeft;
    for (const auto &[button, icon] : {std::pair{"qt_calendar_prevmonth", mirrored ? "chevron-right" : "chevron-left"},
             std::pair{"qt_calendar_nextmonth", mirrored ? "chevron-left" : "chevron-right"}}) {
        if (auto *arrow = calendar.findChild<QToolButton *>(QString::fromLatin1(button))) arrow->setIcon(theme.icon(QString::fromLatin1(icon)));
    }
}

} // namespace

QString TimelineView::toolTipFor(const Spot &spot) const
{
    if (spot.day) return tr("Jump to a date");
    if (spot.row < 0) return {};
    if (spot.hit.action == BubbleAction::OpenLink) return tr("Open %1").arg(linkTarget(spot.hit.url));
    if (spot.hit.action == BubbleAction::ToggleEdits) return m_rows->editsShown(spot.id) ? tr("Hide the earlier text") : tr("Show the earlier text");
    const auto *layout = m_rows->layoutIfKnown(spot.row);
    const auto &message = m_model->message(spot.row);
    const QPointF local(viewport()->mapFromGlobal(QCursor::pos()) - QPoint(0, contentTop() + m_rows->geometry().bubbleTop(spot.row)));
    if (!layout || !layout->meta().rect.translated(layout->origin()).adjusted(-4, -4, 4, 4).contains(local)) return {};
    const auto status = statusWords(message);
    return status.isEmpty() ? Format::dateAndTime(message.timestamp) : status + u" · "_s + Format::dateAndTime(message.timestamp);
}

void TimelineView::openMenu(int row, const BubbleHit &hit, QPoint global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, m_model->message(row), hit);
    menu->popup(global);
}

void TimelineView::fillMenu(QMenu &menu, const Message &message, const BubbleHit &hit)
{
    const auto &theme = m_context.theme;
    const auto add = [&](const QString &icon, const QString &text, auto action) {
        connect(menu.addAction(theme.icon(icon), text), &QAction::triggered, this, action);
    };
    const auto copy = [](const QString &text) { return [text] { QApplication::clipboard()->setText(text); }; };
    if (!message.wamid.isEmpty()) add(u"reply"_s, tr("Reply"), [this, message] { Q_EMIT replyRequested(message); });
    if (const auto selected = selectedText(); !selected.isEmpty()) add(u"copy"_s, tr("Copy selection"), copy(selected));
    if (!message.text.isEmpty()) add(u"copy"_s, tr("Copy text"), copy(message.text));
    if (hit.url.isValid()) add(u"link"_s, tr("Copy address"), copy(hit.url.toString(QUrl::FullyEncoded)));
    if (message.quote && message.quote->messageId) add(u"quote"_s, tr("Go to the quoted message"), [this, message] { goToQuote(message); });
    if (message.isEdited()) {
        add(u"edit"_s, m_rows->editsShown(message.id) ? tr("Hide the earlier text") : tr("Show the earlier text"),
            [this, id = message.id] { m_rows->toggleEdits(id); });
    }
    if (message.media.state == MediaState::Available) add(u"download"_s, tr("Save a copy…"), [this, message] { saveCopy(message); });
    if (message.media.state == MediaState::Failed) add(u"refresh"_s, tr("Load again"), [this, message] { fetchMedia(message); });
    if (message.outboxId && (message.status == MessageStatus::Failed || message.status == MessageStatus::Unknown)) {
        menu.addSeparator();
        add(u"refresh"_s, tr("Send again"), [this, message] { sendAgain(message); });
    }
    const bool waiting = message.status == MessageStatus::Queued || message.status == MessageStatus::Failed || message.status == MessageStatus::Unknown;
    if (message.outboxId && waiting && message.outboxState != OutboxState::InFlight) add(u"trash"_s, tr("Discard"), [this, message] { discard(message); });
    menu.addSeparator();
    add(u"calendar"_s, tr("Jump to a date…"), [this] { chooseDay(); });
    if (!message.wamid.isEmpty()) add(u"id"_s, tr("Copy message id"), copy(message.wamid));
}

void TimelineView::openLink(const QUrl &url)
{
    static const QStringList allowed{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
    if (!allowed.contains(url.scheme().toLower())) return;
    if (!url.host(QUrl::FullyEncoded).contains("xn--"_L1)) {
        QDesktopServices::openUrl(url);
        return;
    }
    // A host spelled in letters of other scripts can look like one a person knows: ask first, showing its true name.
    auto *question = new QMessageBox(QMessageBox::Question, tr("Open this address?"), tr("It leads to %1.").arg(linkTarget(url)),
        QMessageBox::Open | QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::accepted, this, [url] { QDesktopServices::openUrl(url); });
    question->open();
}

void TimelineView::goToQuote(const Message &message)
{
    if (!message.quote || !message.quote->messageId) return;
    const auto from = anchorAt(verticalScrollBar()->value());
    const auto back = Place{from.cursor, from.offset};
    onFinished(this, m_context.store.messages().byIds({message.quote->messageId}),
        [this, back, conversation = m_model->conversation()](const Result<QList<Message>> &found) {
            if (conversation != m_model->conversation()) return;
            if (!found || found->isEmpty()) {
                Q_EMIT problem(found ? tr("The quoted message is not here.") : found.error().text);
                return;
            }
            m_back = back;
            jumpTo(TimelineModel::cursorOf(found->first()));
            placePills();
        });
}

void TimelineView::goBack()
{
    if (!m_back) return;
    const auto back = *std::exchange(m_back, std::nullopt);
    stopGlide();
    if (m_model->covers(back.cursor)) {
        showAnchor({back.cursor, back.offset, false});
        m_follow = isAtEnd();
        placePills();
        return;
    }
    m_jump.reset();
    m_restore = back;
    m_model->showAround(back.cursor);
}

void TimelineView::chooseDay()
{
    if (m_calendar || m_model->rowCount() == 0) return;
    m_calendar = new QCalendarWidget(this);
    m_calendar->setWindowFlag(Qt::Popup);
    m_calendar->setAttribute(Qt::WA_DeleteOnClose);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setGridVisible(false);
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setMaximumDate(localDay(m_context.clock.now()));
    dressCalendar(*m_calendar, m_context.theme);
    const int row = std::max(0, rowAt({0, 0}));
    m_calendar->setSelectedDate(m_rows->day(row));
    const auto pick = [this](const QDate &day) {
        m_calendar->close();
        jumpToDay(day);
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, pick);
    connect(m_calendar, &QCalendarWidget::activated, this, pick);
    m_calendar->adjustSize();
    m_calendar->move(viewport()->mapToGlobal(QPoint((viewport()->width() - m_calendar->width()) / 2, TimelineRows::DayHeight)));
    m_calendar->show();
}

void TimelineView::sendAgain(const Message &message)
{
    onFinished(this, m_context.store.outbox().sendAgain(message.outboxId), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("It could not be queued again: %1").arg(done.error().text));
    });
}

void TimelineView::discard(const Message &message)
{
    onFinished(this, m_context.store.outbox().cancel(message.outboxId), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("It could not be discarded: %1").arg(done.error().text));
        else if (!*done) Q_EMIT problem(tr("It was already on its way."));
    });
}

void TimelineView::fetchMedia(const Message &message)
{
    onFinished(this, m_context.store.media().retry(message.id), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("It could not be asked for again: %1").arg(done.error().text));
    });
}

void TimelineView::saveCopy(const Message &message)
{
    if (message.media.path.isEmpty()) return;
    auto name = QFileInfo(message.media.ref.filename).fileName();
    const auto suffix = QMimeDatabase().mimeTypeForName(message.media.ref.mime.section(u';', 0, 0)).preferredSuffix();
    if (name.isEmpty()) name = kindName(message.type) + u' ' + localDay(message.timestamp).toString(Qt::ISODate);
    if (QFileInfo(name).suffix().isEmpty() && !suffix.isEmpty()) name += u'.' + suffix;
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(this, tr("Save a copy"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, from = message.media.path](const QString &to) { copyFile(from, to); });
    dialog->open();
}

void TimelineView::copyFile(const QString &from, const QString &to)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    onFinished(this, promise->future(), [this](const Result<bool> &done) {
        if (!done) Q_EMIT problem(tr("The copy could not be saved: %1").arg(done.error().text));
    });
    QThreadPool::globalInstance()->start([promise, from, to] {
        QFile::remove(to); // the dialog has asked
        QFile file(from);
        if (file.copy(to)) {
            promise->addResult(Result<bool>(true));
        } else {
            promise->addResult(Result<bool>(failure(ErrorCode::Io, file.errorString())));
        }
        promise->finish();
    });
}

void TimelineView::showPicture(const Message &message)
{
    if (!message.media.path.isEmpty()) new PictureViewer(m_context.theme, message.media.path, window());
}

void TimelineView::announceRow(int row)
{
    auto *list = QAccessible::queryAccessibleInterface(this);
    auto *item = list ? list->child(row) : nullptr;
    if (!item) return;
    QAccessibleEvent focus(item, QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
}

QString TimelineView::spokenRow(int row) const
{
    const auto &message = m_model->message(row);
    QStringList parts;
    if (message.direction == Direction::In) {
        parts.append(m_row.title.isEmpty() ? tr("Customer") : m_row.title);
    } else {
        parts.append(originName(message));
    }
    if (message.revoked) parts.append(tr("deleted"));
    if (message.isEdited()) parts.append(tr("edited"));
    parts.append(summaryOf(message));
    parts.append(Format::dateAndTime(message.timestamp));
    const auto failure = failureWords(message);
    parts.append(failure.isEmpty() ? statusWords(message) : failure);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace Tandem
