#pragma once

#include "ui/ui_context.h"

#include <QAbstractButton>

#include <functional>

namespace Tandem {

/// Me, at the foot of the rail: my face with a point for here or away; pressing it changes that.
class AgentButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AgentButton(UiContext &context, QWidget *parent = nullptr);
    void setAway(bool away);
    [[nodiscard]] bool isAway() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void done(const QString &words, const std::function<void()> &undo);
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMenu();
    void refresh();

    UiContext &m_context;
};

} // namespace Tandem
