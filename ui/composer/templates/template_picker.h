#pragma once

#include "core/domain/conversation.h"
#include "core/domain/number.h"
#include "core/templates/template_form.h"
#include "ui/composer/send/outgoing.h"
#include "ui/ui_context.h"

#include <QWidget>

class QScrollArea;

class QPushButton;

namespace Tandem {

class IconButton;
class PreviewBubble;
class StateView;
class TemplateFields;
class TemplateList;
class ThemedLabel;

/// Chooses a template, fills it in and shows the bubble it will be. Stands in the composer's place: while the 24-hour
/// window is closed it is the composer, with the reason above it. GUI thread.
class TemplatePicker final : public QWidget
{
    Q_OBJECT
public:
    TemplatePicker(UiContext &context, QWidget *parent);

    /// `reason`: why only a template goes through now; empty when the person opened it, who may then leave it. `fresh`:
    /// it was not shown before.
    void begin(const ConversationRow &row, const Number &number, const QString &title, const QString &reason, const QString &author, bool fresh);
    void reload(); ///< the list may have changed
    void take(const OutgoingSpecial &special); ///< after begin(): a template message that is to be changed
    void focusSearch();

Q_SIGNALS:
    void sendAsked(const Tandem::OutgoingSpecial &special);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildDetails();
    void connectParts();
    void retranslate();
    void choose();
    [[nodiscard]] bool isTaken(const MessageTemplate &definition) const;
    void selectTaken();
    void fillTaken();
    void refresh();
    void showState();
    void arrange(); ///< by width: list beside the details, or one after the other
    void send();
    void syncNow();
    [[nodiscard]] QString obstacle() const;

    UiContext &m_context;
    ConversationRow m_row;
    Number m_number;
    QString m_author;
    bool m_forced = false; ///< there is no writing to go back to
    bool m_inDetails = false; ///< narrow: a template was chosen
    QList<MessageTemplate> m_templates;
    TemplateSync m_sync;
    bool m_loaded = false;
    std::optional<TemplateForm> m_form;
    std::optional<OutgoingSpecial> m_taken; ///< until its template is in the list
    quint64 m_generation = 0;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_reason = nullptr;
    IconButton *m_back = nullptr;
    IconButton *m_refresh = nullptr;
    IconButton *m_close = nullptr;
    StateView *m_state = nullptr;
    QWidget *m_middle = nullptr;
    TemplateList *m_list = nullptr;
    QWidget *m_details = nullptr;
    TemplateFields *m_fields = nullptr;
    PreviewBubble *m_preview = nullptr;
    ThemedLabel *m_cost = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace Tandem
