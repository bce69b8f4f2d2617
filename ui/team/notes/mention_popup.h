#pragma once

#include "core/domain/team/team.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QObject>

class QListView;

namespace Tandem {

class PickList;
class ReplyInput;
class TeamDirectory;

/// Colleagues to name in a note: opens at an "@", follows what is typed after it, arrows and Enter or Tab take one.
/// GUI thread.
class MentionAssist final : public QObject
{
    Q_OBJECT
public:
    MentionAssist(const Theme &theme, TeamDirectory &directory, ReplyInput *input);

    [[nodiscard]] bool isOpen() const;
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void show(const QString &query);
    void take();
    bool takeKey(int key);

    const Theme &m_theme;
    TeamDirectory &m_directory;
    ReplyInput *m_input;
    PickList *m_list;
    QFrame *m_popup = nullptr; ///< made with its first use, on the window
    QListView *m_view = nullptr;
    int m_at = -1; ///< place of the "@"
    int m_dismissed = -1; ///< the "@" whose list was closed by Escape
    bool m_lookAgain = false;
};

} // namespace Tandem
