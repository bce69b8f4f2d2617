#include "ui/numbers/parts/unlink_guide.h"

#include "ui/numbers/parts/phone_picture.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int margin = 7 * Theme::Grid;

} // namespace

UnlinkGuide::UnlinkGuide(Theme &theme, QWidget *parent) : QWidget(parent, Qt::Window), m_theme(theme)
{
    setObjectName(u"unlinkGuide"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(4 * Theme::Grid);
    layout->setSizeConstraint(QLayout::SetFixedSize);

    auto *top = new QHBoxLayout;
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    m_iphone = new QPushButton(this);
    m_android = new QPushButton(this);
    m_iphone->setObjectName(u"unlink.iphone"_s);
    m_android->setObjectName(u"unlink.android"_s);
    auto *group = new QButtonGroup(this);
    for (auto *button : {m_iphone, m_android}) {
        button->setCheckable(true);
        group->addButton(button);
        connect(button, &QPushButton::toggled, this, &UnlinkGuide::showSystem);
    }
    top->addWidget(m_title, 1);
    top->addWidget(m_iphone);
    top->addWidget(m_android);
    layout->addLayout(top);
    m_intro = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_intro->setWordWrap(true);
    layout->addWidget(m_intro);

    auto *steps = new QHBoxLayout;
    steps->setSpacing(5 * Theme::Grid);
    for (size_t i = 0; i < StepCount; ++i) {
        auto *column = new QVBoxLayout;
        column->setSpacing(2 * Theme::Grid);
        m_pictures[i] = new PhonePicture(theme, this);
        m_steps[i] = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, this);
        m_steps[i]->setWordWrap(true);
        m_steps[i]->setFixedWidth(m_pictures[i]->width());
        m_steps[i]->setMinimumHeight(3 * QFontMetrics(theme.font(Theme::Text::Body)).lineSpacing());
        m_steps[i]->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        column->addWidget(m_pictures[i]);
        column->addWidget(m_steps[i], 1);
        steps->addLayout(column);
    }
    layout->addLayout(steps);
    m_after = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_after->setWordWrap(true);
    m_close = new QPushButton(this);
    m_close->setObjectName(u"unlink.close"_s);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_after, 1);
    bottom->addSpacing(6 * Theme::Grid);
    bottom->addWidget(m_close, 0, Qt::AlignBottom);
    layout->addLayout(bottom);
    m_iphone->setChecked(true);
    retranslate();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void UnlinkGuide::retranslate()
{
    setWindowTitle(tr("How to unlink a number"));
    m_title->setText(tr("Unlink on the phone"));
    m_intro->setText(tr("Only the phone can end the link; no one can do it from here. The number stays in the app and keeps its chats."));
    m_iphone->setText(tr("iPhone"));
    m_android->setText(tr("Android"));
    m_close->setText(tr("Close"));
    m_after->setText(tr("Tandem notices within seconds: the number is shown as disconnected, its conversations stay here, and sending stops. "
                        "Wait a minute or two before linking it again; then its history can be shared once more."));
    showSystem();
}

void UnlinkGuide::showSystem()
{
    const bool ios = m_iphone->isChecked();
    const auto settings = tr("Settings");
    const auto account = tr("Account");
    const auto platform = tr("Business Platform");
    const auto disconnect = tr("Disconnect account");
    const std::array<QString, StepCount> labels{settings, account, platform, disconnect};
    const std::array<QString, StepCount> words{
        ios ? tr("1. Open WhatsApp Business and tap Settings at the bottom right.")
            : tr("1. Open WhatsApp Business, tap the three dots at the top right, then Settings."),
        tr("2. Tap Account."), tr("3. Tap Business Platform."), tr("4. Tap the linked platform, then Disconnect account, and confirm.")};
    for (size_t i = 0; i < StepCount; ++i) {
        const auto name = u"%1-%2"_s.arg(ios ? u"ios"_s : u"android"_s).arg(i + 1);
        m_pictures[i]->set(name, labels[i], i + 1 == StepCount ? Theme::Color::Error : Theme::Color::Accent);
        m_pictures[i]->setAccessibleName(words[i]);
        m_steps[i]->setText(words[i]);
    }
    // The chosen system is the filled button.
    for (auto *button : {m_iphone, m_android}) {
        button->setProperty("role", button->isChecked() ? u"primary"_s : QString());
        button->setStyleSheet({});
    }
}

void UnlinkGuide::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void UnlinkGuide::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Theme::Color::Panel));
}

void UnlinkGuide::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Tandem
