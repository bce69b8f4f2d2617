#pragma once

#include "ui/composer/attach/attachments.h"

#include <QScrollArea>

namespace Tandem {

class AttachmentCard;
class Theme;

/// The attached files of the open conversation in a row, above the text field.
class AttachmentTray final : public QScrollArea
{
    Q_OBJECT
public:
    AttachmentTray(const Theme &theme, Attachments &attachments, QWidget *parent = nullptr);

    void setConversation(ConversationId conversation);
    void setCaptionByText(bool byText); ///< the text field's text is the only file's caption

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void refresh();
    AttachmentCard *makeCard();

    const Theme &m_theme;
    Attachments &m_attachments;
    ConversationId m_conversation;
    QWidget *m_row;
    QList<AttachmentCard *> m_cards;
    bool m_captionByText = false;
};

} // namespace Tandem
