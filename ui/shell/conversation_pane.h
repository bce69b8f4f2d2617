#pragma once

#include "core/domain/number.h"
#include "ui/shell/pages.h"

#include <QWidget>

class QStackedWidget;

namespace Tandem {

class ConversationHeader;
class NumberBanner;
class StateView;

/// The middle: header, what is wrong with the number, timeline, composer; or, with nothing open, a friendly word.
class ConversationPane final : public QWidget
{
    Q_OBJECT
public:
    ConversationPane(UiContext &context, const Pages &pages, QWidget *parent = nullptr);

    void open(const ConversationRow &row);
    void update(const ConversationRow &row); ///< the open one changed
    void showNumber(const ConversationRow &row, const Number *number, qint64 queued);
    void clear();
    void jumpTo(MessageCursor cursor);
    void focusComposer();
    void focusNote();
    void focusTimeline();
    void chooseDay(); ///< jump to a date
    void find(); ///< words in this conversation
    void setPanelShown(bool shown);
    [[nodiscard]] ConversationHeader &header() { return *m_header; }

Q_SIGNALS:
    void closeRequested();
    void panelToggled(bool shown);
    void linkRequested();
    void numbersRequested();
    void leaveRequested();
    void forwardRequested(const QList<Tandem::Message> &messages);
    void startRequested(const QString &digits, const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] ConversationHandlers handlers();

    ConversationPanes m_panes;
    ConversationHeader *m_header;
    NumberBanner *m_banner;
    StateView *m_nothing;
    QStackedWidget *m_pages;
};

} // namespace Tandem
