#include "ui/shell/sheets/confirm_sheet.h"

#include "ui/theme/widgets.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int cardWidth = 440;

} // namespace

ConfirmSheet::ConfirmSheet(Theme &theme, QWidget *window)
    : Sheet(theme, window), m_words(new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, body())), m_yes(new QPushButton(body())),
      m_no(new QPushButton(body())), m_else(new QPushButton(body()))
{
    setObjectName(u"confirm"_s);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_yes->setObjectName(u"confirm.yes"_s);
    m_yes->setProperty("role", u"danger"_s);
    m_no->setObjectName(u"confirm.no"_s);
    column()->addWidget(m_words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_no);
    buttons->addWidget(m_else);
    buttons->addWidget(m_yes);
    column()->addLayout(buttons);
    m_else->setObjectName(u"confirm.other"_s);
    m_else->hide();
    connect(m_no, &QPushButton::clicked, this, &Overlay::close);
    connect(m_else, &QPushButton::clicked, this, [this] {
        const auto other = std::exchange(m_other, {});
        close();
        if (other) other();
    });
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_action, {});
        close();
        if (action) action();
    });
    retranslate();
}

void ConfirmSheet::ask(const QString &title, const QString &words, const QString &button, std::function<void()> yes)
{
    setTitle(title);
    m_words->setText(words);
    m_yes->setText(button);
    m_action = std::move(yes);
    m_other = {};
    m_else->hide();
    open();
    fit();
}

void ConfirmSheet::setOther(const QString &button, std::function<void()> other)
{
    m_else->setText(button);
    m_other = std::move(other);
    m_else->show();
    fit();
}

QSize ConfirmSheet::cardSize() const
{
    return {cardWidth, std::max(body()->heightForWidth(cardWidth), body()->minimumSizeHint().height())};
}

void ConfirmSheet::opened()
{
    m_no->setFocus(Qt::ShortcutFocusReason); // Enter pressed too fast must not do it
}

void ConfirmSheet::retranslate()
{
    m_no->setText(tr("Cancel"));
}

} // namespace Tandem
