#pragma once

#include "core/domain/link.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace Tandem {

/// The link flow in words: what each failure means and what to do next, and the hints beside the sign-up page.
class LinkWords
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::LinkWords)
public:
    enum class WayOn {
        StartAgain,    ///< a new request from the first step
        UnlinkGuide,   ///< how to unlink on the phone, then start again
        Settings,      ///< the workspace's addresses and ids
        UseAsIs,       ///< the number is linked; go on without history
    };
    struct Failure
    {
        QString title;
        QString text;
        WayOn wayOn = WayOn::StartAgain;
        bool numberWorks = false; ///< the number itself is linked all the same
    };

    [[nodiscard]] static Failure failure(const LinkRequest &request, const QString &publicUrl);
    [[nodiscard]] static QString wayOn(WayOn way);
    [[nodiscard]] static QStringList stepTitles(); ///< the five steps of the window
    [[nodiscard]] static QStringList signUpHints();
    [[nodiscard]] static QStringList checklist();
};

} // namespace Tandem
