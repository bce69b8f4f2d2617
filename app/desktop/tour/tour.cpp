#include "app/desktop/tour/tour.h"

#include "app/desktop/desktop_application.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QDir>
#include <QListView>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem {

Tour::Tour(DesktopApplication &application, const QString &folder, QObject *parent)
    : QObject(parent), m_application(application), m_folder(QDir(folder).absolutePath()), m_do(m_folder)
{
    QDir().mkpath(m_folder);
}

void Tour::start()
{
    // Between two windows, and while the program starts again, there may be none.
    QApplication::setQuitOnLastWindowClosed(false);
    if (!qEnvironmentVariableIsEmpty("QTWEBENGINE_DISABLE_SANDBOX")) {
        std::printf("Chromium runs without its sandbox in this tour, as it must for root; it only opens our own practice pages.\n");
    }
    // A program that ends on its way has not shown what it should.
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        if (m_finished) return;
        std::fprintf(stderr, "tandem: the tour was cut short: the program ended\n");
        m_application.endWith(1);
    });
    m_walk.emplace(walk());
    QTimer::singleShot(0, this, [this] {
        m_walk->run([this](std::exception_ptr failure) { finish(failure); });
    });
}

TourTask Tour::walk()
{
    TANDEM_WALK(firstRun());
    TANDEM_WALK(openWizard());
    TANDEM_WALK(signUp());
    TANDEM_WALK(history());
    TANDEM_WALK(inbox());
    TANDEM_WALK(oldMedia());
    TANDEM_WALK(answer());
    TANDEM_WALK(burst());
    TANDEM_WALK(phoneTypes());
    TANDEM_WALK(mediaCome());
    TANDEM_WALK(answersToAnswers());
    TANDEM_WALK(cannedReply());
    TANDEM_WALK(pastedPicture());
    TANDEM_WALK(failure());
    TANDEM_WALK(closedWindow());
    TANDEM_WALK(everyType());
    TANDEM_WALK(search());
    TANDEM_WALK(numbers());
    TANDEM_WALK(look());
    TANDEM_WALK(unlink());
    TANDEM_WALK(startAgain());
}

void Tour::finish(std::exception_ptr failure)
{
    m_finished = true;
    int code = 0;
    try {
        if (failure) std::rethrow_exception(failure);
        std::printf("The tour is complete. Pictures are in %s\n", qUtf8Printable(QDir::toNativeSeparators(m_folder)));
    } catch (const std::exception &problem) {
        code = 1;
        std::fprintf(stderr, "tandem: the tour failed: %s\n", problem.what());
        for (auto *window : QApplication::topLevelWidgets()) {
            if (window->isVisible() && window->isWindow()) window->grab().save(QDir(m_folder).absoluteFilePath(u"failed-%1.png"_s.arg(window->objectName())));
        }
    }
    std::fflush(stdout);
    m_application.endWith(code);
}

Store &Tour::store() const
{
    return m_application.workspace()->store();
}

QListView *Tour::list() const
{
    return m_do.find<QListView>(u"inbox.list"_s);
}

TimelineView *Tour::timeline() const
{
    return m_do.find<TimelineView>(u"timeline.view"_s);
}

int Tour::rowWithText(const QString &text) const
{
    const auto *view = timeline();
    if (!view) return -1;
    const auto &model = view->model();
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        if (model.message(row).text == text) return row;
    }
    return -1;
}

} // namespace Tandem
