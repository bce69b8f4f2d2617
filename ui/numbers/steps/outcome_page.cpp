#include "ui/numbers/steps/outcome_page.h"

#include "ui/numbers/parts/number_avatar.h"
#include "ui/numbers/number_words.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int textWidth = 480;

ThemedLabel *centredText(Theme &theme, Theme::Color color, QWidget *parent)
{
    auto *label = new ThemedLabel(theme, Theme::Text::Body, color, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setFixedWidth(textWidth);
    return label;
}

} // namespace

DonePage::DonePage(Theme &theme, QWidget *parent) : LinkPage(theme, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Theme::Grid);
    layout->addStretch(2);
    m_avatar = new NumberAvatar(theme, this);
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    m_title->setObjectName(u"link.doneTitle"_s);
    m_phone = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_badge = new Pill(theme, this);
    m_badge->setObjectName(u"link.doneBadge"_s);
    m_text = centredText(theme, Theme::Color::Text, this);
    m_history = centredText(theme, Theme::Color::Muted, this);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_avatar, m_title, m_phone, m_badge, m_text, m_history}) {
        addCentred(layout, widget);
    }
    layout->addStretch(3);
    retranslate();
}

void DonePage::retranslate()
{
    setNumber(m_number);
}

void DonePage::setNumber(const Number &number)
{
    m_number = number;
    const auto title = NumberWords::title(number);
    m_avatar->set(title, number.colorIndex, number.coexistence);
    m_title->setText(title);
    m_phone->setText(number.displayPhone);
    m_phone->setVisible(!number.displayPhone.isEmpty() && title != number.displayPhone);
    m_badge->set(tr("coexistence"), Theme::Color::Accent, Theme::Color::AccentWash, u"badge"_s);
    m_badge->setVisible(number.coexistence);
    m_text->setText(tr("The number works on the phone and here at once. Replies typed on the phone appear in the same conversations, marked with a phone."));
    const auto state = number.history.state;
    m_history->setText(state == HistoryState::Complete
            ? tr("%n message(s) of the last six months are here.", nullptr,
                int(number.history.phases[0].messages + number.history.phases[1].messages + number.history.phases[2].messages))
            : NumberWords::historyState(number.history));
}

FailurePage::FailurePage(Theme &theme, QWidget *parent) : LinkPage(theme, parent)
{
    setObjectName(u"link.failure"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Theme::Grid);
    layout->addStretch(2);
    m_icon = new ThemedIcon(theme, u"warning"_s, 10 * Theme::Grid, Theme::Color::Error, this);
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    m_title->setObjectName(u"link.failureTitle"_s);
    m_text = centredText(theme, Theme::Color::Muted, this);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_icon, m_title, m_text}) addCentred(layout, widget);
    layout->addStretch(3);
}

void FailurePage::setFailure(const LinkWords::Failure &failure)
{
    m_failure = failure;
    m_icon->set(failure.numberWorks ? u"info"_s : u"warning"_s, failure.numberWorks ? Theme::Color::Warning : Theme::Color::Error);
    m_title->setText(failure.title);
    m_text->setText(failure.text);
    Q_EMIT primaryChanged();
}

} // namespace Tandem
