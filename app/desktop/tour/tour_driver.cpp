#include "app/desktop/tour/tour_driver.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNetworkReply>
#include <QScreen>
#include <QWindow>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int callTimeoutMs = 15000;

} // namespace

void demand(bool holds, const QString &words)
{
    if (!holds) throw TourFailure(words);
}

TourDriver::TourDriver(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    m_clock.start();
}

QWidget *TourDriver::find(const QString &name) const
{
    const auto windows = QApplication::topLevelWidgets();
    for (auto *window : windows) {
        if (!window->isVisible()) continue;
        if (window->objectName() == name) return window;
        const auto found = window->findChildren<QWidget *>(name);
        for (auto *widget : found) {
            if (widget->isVisible()) return widget;
        }
    }
    return nullptr;
}

Until TourDriver::until(const QString &what, std::function<bool()> condition, int timeoutMs)
{
    return {what, std::move(condition), timeoutMs};
}

Until TourDriver::shown(const QString &name, int timeoutMs) const
{
    return until(u"\"%1\" to be shown"_s.arg(name), [this, name] { return find(name) != nullptr; }, timeoutMs);
}

Until TourDriver::pause(int ms)
{
    QElapsedTimer clock;
    clock.start();
    return until(u"a pause"_s, [clock, ms] { return clock.elapsed() >= ms; }, ms + callTimeoutMs);
}

void TourDriver::click(const QString &name)
{
    auto *widget = find(name);
    demand(widget != nullptr, u"\"%1\" is not on the screen"_s.arg(name));
    demand(widget->isEnabled(), u"\"%1\" cannot be pressed"_s.arg(name));
    click(widget, widget->rect().center());
}

void TourDriver::click(QWidget *widget, QPoint where)
{
    const auto global = widget->mapToGlobal(where);
    const auto inWindow = widget->mapTo(widget->window(), where);
    const QPointer<QWidget> alive(widget);
    if (widget->focusPolicy() & Qt::ClickFocus) widget->setFocus(Qt::MouseFocusReason);
    QMouseEvent press(QEvent::MouseButtonPress, where, inWindow, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &press);
    if (!alive) return;
    QMouseEvent release(QEvent::MouseButtonRelease, where, inWindow, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &release);
}

void TourDriver::clickRow(QAbstractItemView *view, int row)
{
    const auto index = view->model()->index(row, 0);
    demand(index.isValid(), u"row %1 is not in the list"_s.arg(row));
    view->scrollTo(index);
    click(view->viewport(), view->visualRect(index).center());
}

void TourDriver::choose(QComboBox *box, const QVariant &data)
{
    demand(box != nullptr, u"a choice is not on the screen"_s);
    const int wanted = box->findData(data);
    demand(wanted >= 0, u"a choice lacks \"%1\""_s.arg(data.toString()));
    box->setFocus(Qt::TabFocusReason);
    // The arrow keys choose at once; each press is what a person at the keyboard would do.
    while (box->currentIndex() != wanted) key(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
}

void TourDriver::key(QWidget *widget, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    const QPointer<QWidget> alive(widget);
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(widget, &press);
    if (!alive) return;
    QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(widget, &release);
}

void TourDriver::type(QWidget *widget, const QString &text)
{
    demand(widget != nullptr, u"the field to type into is not on the screen"_s);
    widget->setFocus(Qt::MouseFocusReason);
    for (const QChar c : text) key(widget, c.unicode() < 0x80 ? c.toUpper().unicode() : 0, Qt::NoModifier, QString(c));
}

QWidget *TourDriver::webKeys() const
{
    auto *page = find(u"link.page"_s);
    if (!page) return nullptr;
    // The stack shows the page in front; its view passes keys on to the widget that Chromium draws into.
    const auto views = page->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (auto *view : views) {
        if (view->isVisible() && view->focusProxy()) return view->focusProxy();
    }
    return nullptr;
}

void TourDriver::picture(const QString &name, QWidget *window)
{
    if (!window) window = find(u"mainWindow"_s);
    demand(window != nullptr, u"there is no window to take a picture of"_s);
    window = window->window();
    QPixmap image;
    // Chromium paints by itself: only the screen knows what its part of the window looks like.
    if (QGuiApplication::platformName() == "xcb"_L1) {
        image = window->screen()->grabWindow(window->winId());
    } else {
        image = window->grab();
    }
    const auto path = QDir(m_folder).absoluteFilePath(u"%1-%2.png"_s.arg(++m_picture, 2, 10, QLatin1Char('0')).arg(name));
    demand(image.save(path), u"the picture %1 could not be written"_s.arg(path));
    m_pictures << path;
}

void TourDriver::print(const QString &step, const QString &figure)
{
    std::printf("%2d  %-58s %s\n", ++m_step, qUtf8Printable(step), qUtf8Printable(figure));
    for (const auto &path : std::as_const(m_pictures)) std::printf("      %s\n", qUtf8Printable(path));
    std::fflush(stdout);
    m_pictures.clear();
}

TourTask TourDriver::call(QByteArray verb, QString path, QByteArray body, QJsonObject *answer)
{
    QNetworkRequest request(QUrl(m_platform.toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(callTimeoutMs);
    auto *reply = m_network.sendCustomRequest(request, verb, body);
    TANDEM_WALK(until(u"the practice platform to answer "_s + path, [reply] { return reply->isFinished(); }, callTimeoutMs + 1000));
    const auto text = reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply->deleteLater();
    demand(status >= 200 && status < 300, u"the practice platform refused %1: %2 %3"_s.arg(path).arg(status).arg(QString::fromUtf8(text.left(200))));
    if (answer) *answer = QJsonDocument::fromJson(text).object();
}

TourTask TourDriver::post(QString path, QJsonObject body, QJsonObject *answer)
{
    TANDEM_WALK(call("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), answer));
}

TourTask TourDriver::get(QString path, QJsonObject *answer)
{
    TANDEM_WALK(call("GET", path, {}, answer));
}

TourTask TourDriver::forget(QString path)
{
    TANDEM_WALK(call("DELETE", path, {}, nullptr));
}

} // namespace Tandem
