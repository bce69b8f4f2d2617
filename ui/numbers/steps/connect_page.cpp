#include "ui/numbers/steps/connect_page.h"

#include "ui/numbers/parts/step_list.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace Tandem {

ConnectPage::ConnectPage(Theme &theme, QWidget *parent) : LinkPage(theme, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4 * Theme::Grid);
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    m_text = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_text->setWordWrap(true);
    m_ticks = new TickList(theme, this);
    m_ticks->setObjectName(u"link.ticks"_s);
    m_choice = new QWidget(this);
    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(0, 2 * Theme::Grid, 0, 0);
    m_choiceTitle = new ThemedLabel(theme, Theme::Text::Heading, Theme::Color::Text, m_choice);
    m_options = new QVBoxLayout;
    m_group = new QButtonGroup(m_choice);
    connect(m_group, &QButtonGroup::idToggled, this, &ConnectPage::primaryChanged);
    choice->addWidget(m_choiceTitle);
    choice->addLayout(m_options);
    m_choice->hide();
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(2 * Theme::Grid);
    layout->addWidget(m_ticks);
    layout->addWidget(m_choice);
    layout->addStretch(1);
    retranslate();
}

void ConnectPage::retranslate()
{
    m_title->setText(tr("Connecting"));
    m_text->setText(tr("The phone's part is done. Tandem now takes over the link; this lasts some seconds."));
    m_ticks->setTitles({tr("Taking the code (good for 30 seconds)"), tr("Reading the account and its numbers"),
        tr("Subscribing to its messages"), tr("Checking that phone and Tandem share the number")});
    m_choiceTitle->setText(tr("Which number do you want to link?"));
    setRequest(m_request);
}

void ConnectPage::setRequest(const LinkRequest &request)
{
    m_request = request;
    int done = 0;
    switch (request.step) {
    case LinkStep::Preparing:
    case LinkStep::WaitingForOwner:
    case LinkStep::Exchanging: done = 0; break;
    case LinkStep::Inspecting:
    case LinkStep::ChoosingNumber: done = 1; break;
    case LinkStep::Subscribing: done = 2; break;
    case LinkStep::Checking: done = 3; break;
    default: done = 4; break;
    }
    const bool choosing = request.step == LinkStep::ChoosingNumber;
    m_ticks->setDone(done, !choosing);
    m_choice->setVisible(choosing);
    if (choosing) showCandidates();
    Q_EMIT primaryChanged();
}

void ConnectPage::showCandidates()
{
    if (m_shown == m_request.candidates) return;
    m_shown = m_request.candidates;
    const auto old = m_group->buttons();
    qDeleteAll(old);
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const auto &candidate = m_shown.at(i);
        auto *button = new QRadioButton(m_choice);
        auto text = candidate.displayPhone;
        if (!candidate.verifiedName.isEmpty()) text += u" · "_s + candidate.verifiedName;
        if (!candidate.onBizApp) text += u" · "_s + tr("not in the WhatsApp Business app");
        // An ampersand in a business name is not a shortcut.
        button->setText(text.replace(u'&', u"&&"_s));
        m_group->addButton(button, int(i));
        m_options->addWidget(button);
    }
}

QString ConnectPage::chosen() const
{
    const int index = m_group->checkedId();
    return m_request.step == LinkStep::ChoosingNumber && index >= 0 ? m_shown.value(index).phoneNumberId : QString();
}

QString ConnectPage::primaryText() const
{
    return m_request.step == LinkStep::ChoosingNumber ? tr("Link this number") : QString();
}

} // namespace Tandem
