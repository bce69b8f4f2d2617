#pragma once

#include "core/store/content_stores.h"
#include "ui/theme/widgets.h"

class QPushButton;

namespace Tandem {

/// Says that another contact may be the same person, why, and lets a person decide.
class MergeCard final : public Card
{
    Q_OBJECT
public:
    explicit MergeCard(Theme &theme, QWidget *parent = nullptr);
    void setSuggestions(const QList<ContactSuggestion> &suggestions); ///< the first is shown; none hides the card
    void retranslate();
    [[nodiscard]] const ContactSuggestion &shown() const { return m_shown; }

Q_SIGNALS:
    void mergeRequested(const Tandem::ContactSuggestion &other);
    void keepApartRequested(const Tandem::ContactSuggestion &other);
    void openRequested(Tandem::ConversationId id); ///< to look at the other one first

private:
    ContactSuggestion m_shown;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_words = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_apart = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace Tandem
