#include "app/desktop/start/first_run_window.h"

#include "ui/settings/meta_app_form.h"
#include "ui/team/join/join_form.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize firstSize(1020, 680);
constexpr int optionWidth = 300;
constexpr int formWidth = 720;
enum Page { Choice, Form, Busy, Join };

} // namespace

FirstRunWindow::FirstRunWindow(Theme &theme, quint16 gatewayPort, QWidget *parent)
    : QWidget(parent, Qt::Window), m_theme(theme), m_gatewayPort(gatewayPort)
{
    setObjectName(u"firstRun"_s);
    resize(firstSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    m_stack->insertWidget(Choice, makeChoice());
    m_stack->insertWidget(Form, makeForm());
    m_busy = new ThemedLabel(theme, Theme::Text::Heading, Theme::Color::Muted, this);
    m_busy->setAlignment(Qt::AlignCenter);
    m_stack->insertWidget(Busy, m_busy);
    m_stack->insertWidget(Join, makeJoin());
    layout->addWidget(m_stack);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

Card *FirstRunWindow::makeOption(const QString &icon, ThemedLabel *&title, ThemedLabel *&text, QPushButton *&button, QWidget *parent)
{
    auto *card = new Card(m_theme, parent);
    card->setFixedWidth(optionWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6 * Theme::Grid, 6 * Theme::Grid, 6 * Theme::Grid, 5 * Theme::Grid);
    layout->setSpacing(3 * Theme::Grid);
    title = new ThemedLabel(m_theme, Theme::Text::Heading, Theme::Color::Text, card);
    text = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, card);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    button = new QPushButton(card);
    layout->addWidget(new ThemedIcon(m_theme, icon, 8 * Theme::Grid, Theme::Color::Accent, card));
    layout->addWidget(title);
    layout->addWidget(text, 1);
    layout->addWidget(button);
    return card;
}

QWidget *FirstRunWindow::makeChoice()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(3 * Theme::Grid);
    m_welcome = new ThemedLabel(m_theme, Theme::Text::Title, Theme::Color::Text, page);
    m_intro = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, page);
    m_trouble = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Error, page);
    m_trouble->setWordWrap(true);
    m_trouble->setAlignment(Qt::AlignHCenter);
    m_trouble->setFixedWidth(3 * optionWidth);
    auto *options = new QHBoxLayout;
    options->setSpacing(5 * Theme::Grid);
    options->addStretch();
    options->addWidget(makeOption(u"storefront"_s, m_practiceTitle, m_practiceText, m_practice, page));
    options->addWidget(makeOption(u"link"_s, m_connectTitle, m_connectText, m_connect, page));
    options->addWidget(makeOption(u"users"_s, m_teamTitle, m_teamText, m_team, page));
    options->addStretch();
    m_practice->setObjectName(u"firstRun.practice"_s);
    m_practice->setProperty("role", u"primary"_s);
    m_connect->setObjectName(u"firstRun.connect"_s);
    connect(m_practice, &QPushButton::clicked, this, &FirstRunWindow::practiceChosen);
    m_team->setObjectName(u"firstRun.team"_s);
    connect(m_connect, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(Form); });
    connect(m_team, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(Join); });
    layout->addStretch(2);
    addCentred(layout, new ThemedIcon(m_theme, u"badge"_s, 12 * Theme::Grid, Theme::Color::Accent, page));
    addCentred(layout, m_welcome);
    addCentred(layout, m_intro);
    layout->addSpacing(4 * Theme::Grid);
    layout->addLayout(options);
    addCentred(layout, m_trouble);
    layout->addStretch(3);
    return page;
}

QWidget *FirstRunWindow::makeForm()
{
    QWidget *scroll = nullptr;
    auto *layout = makeColumn(scroll);
    auto *column = layout->parentWidget();
    m_formTitle = new ThemedLabel(m_theme, Theme::Text::Title, Theme::Color::Text, column);
    m_formText = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, column);
    m_formText->setWordWrap(true);
    m_form = new MetaAppForm(m_theme, false, column);
    m_formHint = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, column);
    m_formHint->setWordWrap(true);
    m_formHint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_back = new QPushButton(column);
    m_back->setObjectName(u"firstRun.back"_s);
    m_save = new QPushButton(column);
    m_save->setObjectName(u"firstRun.save"_s);
    m_save->setProperty("role", u"primary"_s);
    m_save->setEnabled(false);
    connect(m_back, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(Choice); });
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT metaAppChosen(m_form->value()); });
    connect(m_form, &MetaAppForm::changed, this, [this] {
        m_save->setEnabled(m_form->isComplete());
        retranslateHint();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_save);
    layout->addWidget(m_formTitle);
    layout->addWidget(m_formText);
    layout->addWidget(m_form);
    layout->addWidget(m_formHint);
    layout->addStretch();
    layout->addLayout(buttons);
    return scroll;
}

QVBoxLayout *FirstRunWindow::makeColumn(QWidget *&outer)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    auto *page = new QWidget(scroll);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(8 * Theme::Grid, 8 * Theme::Grid, 8 * Theme::Grid, 8 * Theme::Grid);
    auto *column = new QWidget(page);
    column->setMaximumWidth(formWidth);
    row->addWidget(column);
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(4 * Theme::Grid);
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    outer = scroll;
    return layout;
}

QWidget *FirstRunWindow::makeJoin()
{
    QWidget *scroll = nullptr;
    auto *layout = makeColumn(scroll);
    auto *column = layout->parentWidget();
    m_joinTitle = new ThemedLabel(m_theme, Theme::Text::Title, Theme::Color::Text, column);
    m_join = new JoinForm(m_theme, column);
    m_joinBack = new QPushButton(column);
    m_joinBack->setObjectName(u"firstRun.joinBack"_s);
    connect(m_joinBack, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(Choice); });
    connect(m_join, &JoinForm::testRequested, this, &FirstRunWindow::testTeamRequested);
    connect(m_join, &JoinForm::joinRequested, this, &FirstRunWindow::joinTeamRequested);
    layout->addWidget(m_joinTitle);
    layout->addWidget(m_join);
    layout->addWidget(m_joinBack, 0, Qt::AlignLeading);
    layout->addStretch();
    return scroll;
}

void FirstRunWindow::showJoin(const Invite &invite)
{
    m_join->setInvite(invite);
    m_stack->setCurrentIndex(Join);
    show();
}

void FirstRunWindow::retranslateHint()
{
    const auto address = m_form->value().publicUrl;
    const auto callback = (address.isEmpty() ? u"https://…"_s : address) + (address.endsWith(u'/') ? u"webhooks/meta"_s : u"/webhooks/meta"_s);
    m_formHint->setText(tr("Point the tunnel or proxy at http://127.0.0.1:%1 on this computer. In the app's dashboard, set the webhook to %2 with the same verify token, and add the address to the allowed domains of the JavaScript SDK. Before each linking Tandem checks all of it and says what is missing.")
                            .arg(m_gatewayPort).arg(callback));
}

void FirstRunWindow::retranslate()
{
    setWindowTitle(tr("Welcome to Tandem"));
    m_welcome->setText(tr("Welcome to Tandem"));
    m_intro->setText(tr("One inbox for WhatsApp numbers that also live on a phone."));
    m_practiceTitle->setText(tr("Practice workspace"));
    m_practiceText->setText(tr("Try everything with a pretended phone, a lively shop and its customers, all on this computer. No account is needed and nothing is sent anywhere."));
    m_practice->setText(tr("Start practising"));
    m_connectTitle->setText(tr("Connect my Meta app"));
    m_connectText->setText(tr("Work with real numbers. You need a Meta app with WhatsApp embedded sign-up, and an HTTPS address that leads to this computer."));
    m_connect->setText(tr("Connect…"));
    m_teamTitle->setText(tr("Join a team"));
    m_teamText->setText(tr("Answer together with colleagues: your administrator has a server and an invitation for you. Nothing else is needed on this computer."));
    m_team->setText(tr("Join…"));
    m_joinTitle->setText(tr("Join a team"));
    m_joinBack->setText(tr("Back"));
    m_formTitle->setText(tr("Connect my Meta app"));
    m_formText->setText(tr("These values come from your app's dashboard at developers.facebook.com. The app secret and the verify token are kept in the system's keyring, never in a file."));
    m_back->setText(tr("Back"));
    m_save->setText(tr("Save and open"));
    m_form->retranslate();
    retranslateHint();
}

void FirstRunWindow::showBusy(const QString &text)
{
    m_busy->setText(text);
    m_stack->setCurrentIndex(Busy);
}

void FirstRunWindow::showChoice(const QString &trouble)
{
    m_trouble->setText(trouble);
    m_stack->setCurrentIndex(Choice);
}

void FirstRunWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void FirstRunWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Theme::Color::Window));
}

} // namespace Tandem
