#include "ui/numbers/steps/sync_page.h"

#include "ui/numbers/parts/history_column.h"
#include "ui/numbers/parts/step_list.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace Tandem {

SyncPage::SyncPage(Theme &theme, QWidget *parent) : LinkPage(theme, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4 * Theme::Grid);
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    m_text = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_text->setWordWrap(true);
    m_keepOpen = new Card(theme, this, Theme::Color::AccentWash);
    auto *keep = new QHBoxLayout(m_keepOpen);
    keep->setContentsMargins(4 * Theme::Grid, 3 * Theme::Grid, 4 * Theme::Grid, 3 * Theme::Grid);
    keep->setSpacing(3 * Theme::Grid);
    m_keepOpenText = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, m_keepOpen);
    m_keepOpenText->setWordWrap(true);
    keep->addWidget(new ThemedIcon(theme, u"phone"_s, 20, Theme::Color::Accent, m_keepOpen), 0, Qt::AlignTop);
    keep->addWidget(m_keepOpenText, 1);
    m_ticks = new TickList(theme, this);
    m_history = new HistoryColumn(theme, this);
    m_history->setObjectName(u"link.history"_s);
    m_history->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_total = new ProgressLine(theme, this);
    m_total->setObjectName(u"link.total"_s);
    m_totalText = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, this);
    auto *total = new QHBoxLayout;
    total->setSpacing(3 * Theme::Grid);
    total->addWidget(m_total, 1);
    total->addWidget(m_totalText);
    m_live = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Accent, this);
    m_live->setObjectName(u"link.live"_s);
    m_live->setWordWrap(true);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_keepOpen);
    layout->addWidget(m_ticks);
    layout->addLayout(total);
    layout->addWidget(m_history);
    layout->addWidget(m_live);
    layout->addStretch(1);
    retranslate();
}

void SyncPage::retranslate()
{
    m_title->setText(tr("Contacts and history"));
    m_text->setText(tr("The phone sends its contacts, then its chats of the last six months, newest first. You can close this window; the import goes on and the status line shows it."));
    m_keepOpenText->setText(tr("Keep the WhatsApp Business app open on the phone until this is done."));
    m_ticks->setTitles({tr("Contacts asked for"), tr("History asked for")});
    m_history->setHeading({});
    setRequest(m_request);
    setNumber(m_number, m_newMessages);
}

void SyncPage::setRequest(const LinkRequest &request)
{
    m_request = request;
    showTicks();
    Q_EMIT primaryChanged();
}

void SyncPage::showTicks()
{
    const bool contacts = !m_request.contactsRequestId.isEmpty() || m_request.step == LinkStep::SyncingHistory || m_request.step == LinkStep::Done;
    const bool history = !m_request.historyRequestId.isEmpty() || m_request.step == LinkStep::Done;
    m_ticks->setDone(history ? 2 : contacts ? 1 : 0);
}

void SyncPage::setNumber(const Number &number, int newMessages)
{
    m_number = number;
    m_newMessages = newMessages;
    // Until the first chunk comes the number itself may not know yet that its history was asked for.
    if (m_number.history.state == HistoryState::None) m_number.history.state = HistoryState::Requested;
    m_history->setNumber(m_number);
    const int percent = number.history.state == HistoryState::Complete ? 100 : qMax(0, number.history.progress);
    m_total->setValue(percent);
    m_totalText->setText(tr("%1 %").arg(percent));
    m_live->setText(newMessages > 0 ? tr("Meanwhile %n new message(s) arrived in the inbox.", nullptr, newMessages)
                                    : tr("New messages already arrive in the inbox meanwhile."));
    Q_EMIT primaryChanged();
}

QString SyncPage::primaryText() const
{
    return tr("Go on to the inbox");
}

} // namespace Tandem
