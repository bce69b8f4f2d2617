#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QAbstractButton>
#include <QWidget>

namespace Tandem {

class IconButton;
class TeamDesk;

/// Who has the open conversation, as a face with a name where there is room.
class AssigneeButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AssigneeButton(const Theme &theme, QWidget *parent = nullptr);
    /// No words: nobody. The face has the colour and letters that the list shows, whatever the words say.
    void set(std::optional<AgentId> agent, const QString &words, const QString &initials);
    void setShort(bool shortened); ///< the face alone
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::optional<AgentId> m_agent;
    QString m_words;
    QString m_initials;
    bool m_short = false;
};

/// In the conversation's header: assignee, labels, snooze.
class HeaderTools final : public QWidget
{
    Q_OBJECT
public:
    HeaderTools(UiContext &context, TeamDesk &desk, QWidget *parent = nullptr);
    void set(const ConversationRow &row);
    void setRoom(int headerWidth);
    [[nodiscard]] QRect assigneePlace() const; ///< of the screen, for pickers opened by a key
    [[nodiscard]] QRect labelPlace() const;
    [[nodiscard]] QRect snoozePlace() const;

Q_SIGNALS:
    void assigneeRequested(const QRect &at);
    void labelsRequested(const QRect &at);
    void snoozeRequested(const QRect &at);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    TeamDesk &m_desk;
    ConversationRow m_row;
    AssigneeButton *m_assignee;
    IconButton *m_labels;
    IconButton *m_snooze;
};

} // namespace Tandem
