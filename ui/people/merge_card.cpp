#include "ui/people/merge_card.h"

#include "ui/format/phone_text.h"
#include "ui/theme/flow_layout.h"

using namespace Qt::StringLiterals;

namespace Tandem {

MergeCard::MergeCard(Theme &theme, QWidget *parent) : Card(theme, parent, Theme::Color::AccentWash)
{
    setObjectName(u"contact.merge"_s);
    m_title = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, this);
    m_title->setWordWrap(true);
    m_words = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Text, this);
    m_words->setWordWrap(true);
    m_merge = new QPushButton(this);
    m_merge->setObjectName(u"contact.merge.yes"_s);
    m_merge->setProperty("role", u"compact"_s);
    m_apart = new QPushButton(this);
    m_apart->setObjectName(u"contact.merge.no"_s);
    m_apart->setProperty("role", u"link"_s);
    m_open = new QPushButton(this);
    m_open->setObjectName(u"contact.merge.open"_s);
    m_open->setProperty("role", u"link"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Grid, 3 * Theme::Grid, 3 * Theme::Grid, 3 * Theme::Grid);
    layout->setSpacing(2 * Theme::Grid);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    auto *buttons = new FlowLayout(2 * Theme::Grid);
    for (auto *button : {m_merge, m_apart, m_open}) {
        button->setCursor(Qt::PointingHandCursor);
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
    connect(m_merge, &QPushButton::clicked, this, [this] { Q_EMIT mergeRequested(m_shown); });
    connect(m_apart, &QPushButton::clicked, this, [this] { Q_EMIT keepApartRequested(m_shown); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_shown.otherConversation); });
    retranslate();
    hide();
}

void MergeCard::setSuggestions(const QList<ContactSuggestion> &suggestions)
{
    m_shown = suggestions.isEmpty() ? ContactSuggestion{} : suggestions.first();
    setVisible(m_shown.other.isValid());
    m_open->setVisible(m_shown.otherConversation.isValid());
    retranslate();
}

void MergeCard::retranslate()
{
    m_title->setText(tr("The same person as %1?").arg(Format::identity(m_shown.otherName).replace(u' ', QChar::Nbsp)));
    if (m_shown.reason == "br_ninth_digit"_L1) m_words->setText(tr("Their numbers differ only by the ninth digit of Brazilian mobile numbers."));
    else if (m_shown.reason == "mx_one"_L1) m_words->setText(tr("Their numbers differ only by the 1 after Mexico’s country code."));
    else if (m_shown.reason == "ar_nine"_L1) m_words->setText(tr("Their numbers differ only by the 9 after Argentina’s country code."));
    else m_words->setText(tr("Their numbers are two ways to write one."));
    m_merge->setText(tr("Merge"));
    m_merge->setToolTip(tr("One contact and one conversation; can be taken apart again."));
    m_apart->setText(tr("Not the same"));
    m_open->setText(tr("Look at the other"));
}

} // namespace Tandem
