#pragma once

#include "core/domain/team/invite.h"

#include <QObject>

class QSettings;

namespace Tandem {

/// What the system opens with this program: invitations, as files or links. On macOS they come as events while it runs.
class OpenedThings final : public QObject
{
    Q_OBJECT
public:
    explicit OpenedThings(QObject *parent = nullptr);
    /// A file's path, a file:// address or a tandem: link. Error: Io when there is no such file, else as inviteFrom().
    [[nodiscard]] static Result<Invite> inviteAt(const QString &argument);
    /// Tells Windows that links and files of ours are opened with `program`; `classes`: the user's Software\Classes.
    static void registerIn(QSettings &classes, const QString &program);

Q_SIGNALS:
    void invited(const Tandem::Invite &invite);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Tandem
