#include "ui/composer/attach/attachment_tray.h"

#include "ui/composer/attach/attachment_card.h"
#include "ui/theme/theme.h"

#include <QScrollBar>
#include <QWheelEvent>

namespace Tandem {

AttachmentTray::AttachmentTray(const Theme &theme, Attachments &attachments, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_attachments(attachments), m_row(new QWidget)
{
    setObjectName(QStringLiteral("composer.tray"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Grid * 2);
    row->addStretch(1);
    setWidget(m_row);
    m_row->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(&attachments, &Attachments::changed, this, [this](ConversationId id) {
        if (id == m_conversation) refresh();
    });
    hide();
}

void AttachmentTray::setConversation(ConversationId conversation)
{
    if (conversation == m_conversation) return;
    m_conversation = conversation;
    refresh();
}

void AttachmentTray::setCaptionByText(bool byText)
{
    if (byText == m_captionByText) return;
    m_captionByText = byText;
    refresh();
}

AttachmentCard *AttachmentTray::makeCard()
{
    auto *card = new AttachmentCard(m_theme, m_row);
    auto *row = static_cast<QHBoxLayout *>(m_row->layout());
    row->insertWidget(row->count() - 1, card);
    connect(card, &AttachmentCard::removed, this, [this](int id) { m_attachments.remove(m_conversation, id); });
    connect(card, &AttachmentCard::captionEdited, this, [this](int id, const QString &caption) { m_attachments.setCaption(m_conversation, id, caption); });
    connect(card, &AttachmentCard::fixChosen, this, [this](int id, AttachmentFix fix) { m_attachments.fix(m_conversation, id, fix); });
    return card;
}

void AttachmentTray::refresh()
{
    const auto &items = m_attachments.of(m_conversation);
    const bool more = items.size() > m_cards.size();
    while (m_cards.size() < items.size()) m_cards.append(makeCard());
    // The card that sent the signal may be among those that go.
    while (m_cards.size() > items.size()) {
        auto *card = m_cards.takeLast();
        card->hide();
        card->deleteLater();
    }
    for (qsizetype i = 0; i < items.size(); ++i) m_cards.at(i)->set(items.at(i), m_captionByText);
    setVisible(!items.isEmpty());
    int height = 0;
    for (const auto *card : std::as_const(m_cards)) height = std::max(height, card->sizeHint().height());
    const bool scrolls = m_cards.size() * (AttachmentCard::Width + Theme::Grid * 2) > width();
    setFixedHeight(height + (scrolls ? horizontalScrollBar()->sizeHint().height() : 0));
    if (more) QMetaObject::invokeMethod(this, [this] { horizontalScrollBar()->setValue(horizontalScrollBar()->maximum()); }, Qt::QueuedConnection);
}

void AttachmentTray::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && !m_cards.isEmpty()) refresh();
}

void AttachmentTray::wheelEvent(QWheelEvent *event)
{
    // A wheel has one direction, and so has the tray.
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (event->angleDelta().y() + event->angleDelta().x()));
    event->accept();
}

} // namespace Tandem
