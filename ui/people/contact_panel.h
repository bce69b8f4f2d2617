#pragma once

#include "core/domain/changes.h"
#include "core/domain/contact.h"
#include "core/domain/conversation.h"
#include "core/store/content_stores.h"
#include "ui/ui_context.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Tandem {

class AvatarView;
class CustomerActions;
class CustomerCare;
class ElidedLabel;
class IconButton;
class MediaGrid;
class MergeCard;
class NumberList;
class OwnerRow;
class ThemedLabel;

/// Who the customer of the open conversation is, and what was shared with them.
class ContactPanel final : public QWidget
{
    Q_OBJECT
public:
    ContactPanel(UiContext &context, NumberList &numbers, CustomerActions &actions, QWidget *parent = nullptr);
    ~ContactPanel() override;

    void setConversation(const ConversationRow &row);
    void clear();
    void addSection(QWidget *section); ///< below the name

Q_SIGNALS:
    void jumpTo(const Tandem::MessageCursor &cursor);
    void closeRequested();
    void problem(const QString &words);
    void done(const QString &words, const std::function<void()> &undo);
    void blockRequested(const Tandem::ConversationRow &row); ///< to be confirmed first
    void openRequested(Tandem::ConversationId id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct MediaCounts
    {
        int pictures = 0;
        int videos = 0;
        int audio = 0;
        int documents = 0;
        int onPhone = 0; ///< older than 14 days
    };

    void build();
    void addSections(QVBoxLayout &column, QWidget *body);
    void connectParts();
    void load();
    void applyChanges(const Changes &changes);
    void showContact();
    void showMedia(const QList<Message> &media);
    void showCounts();
    void openMedia(const Message &message); ///< in the lightbox, or where it was said
    void addFact(const QString &icon, const QString &value, const QString &help, const QString &copy = {});
    void showFacts();
    void retranslate();

    UiContext &m_context;
    NumberList &m_numbers;
    CustomerActions &m_actions;
    ConversationRow m_row;
    Contact m_contact;
    MediaCounts m_media;
    QList<Message> m_shared; ///< newest first
    QList<QStringList> m_wantedFacts; ///< icon, value, help, what to copy
    QList<QStringList> m_shownFacts;
    QTimer m_pause; ///< media are asked for at most a few times a second
    bool m_mediaCut = false; ///< there are more media than were looked at
    quint64 m_generation = 0;
    AvatarView *m_avatar = nullptr;
    IconButton *m_close = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_otherName = nullptr;
    ThemedLabel *m_aboutTitle = nullptr;
    ThemedLabel *m_mediaTitle = nullptr;
    ThemedLabel *m_mediaCounts = nullptr;
    ThemedLabel *m_historyNote = nullptr;
    QVBoxLayout *m_facts = nullptr;
    QVBoxLayout *m_sections = nullptr; ///< others' sections
    MediaGrid *m_grid = nullptr;
    QPushButton *m_all = nullptr; ///< all media, not only the newest
    MergeCard *m_merge = nullptr;
    OwnerRow *m_owner = nullptr;
    CustomerCare *m_care = nullptr;
};

} // namespace Tandem
