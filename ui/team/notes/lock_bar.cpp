#include "ui/team/notes/lock_bar.h"

#include "ui/theme/widgets.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int tooFastMs = 1000; ///< a press before this was meant for what came before the question

} // namespace

LockBar::LockBar(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_words(new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, this)),
      m_yes(new QPushButton(this)), m_no(new QPushButton(this))
{
    setObjectName(u"lockBar"_s);
    m_words->setWordWrap(true);
    m_yes->setObjectName(u"lockBar.send"_s);
    m_yes->setProperty("role", u"compact"_s);
    m_no->setObjectName(u"lockBar.wait"_s);
    m_no->setProperty("role", u"compact"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * Theme::Grid, 2 * Theme::Grid, 4 * Theme::Grid, 2 * Theme::Grid);
    row->setSpacing(2 * Theme::Grid);
    row->addWidget(new ThemedIcon(theme, u"hand"_s, 20, Theme::Color::Warning, this));
    row->addWidget(m_words, 1);
    row->addWidget(m_no);
    row->addWidget(m_yes);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto goOn = std::exchange(m_goOn, {});
        hide();
        if (goOn) goOn();
    });
    connect(m_no, &QPushButton::clicked, this, &LockBar::dismiss);
    hide();
}

void LockBar::ask(const QString &name, std::function<void()> goOn)
{
    m_name = name;
    m_goOn = std::move(goOn);
    m_since.start();
    retranslate();
    show();
}

void LockBar::dismiss()
{
    if (isHidden()) return;
    m_goOn = {};
    hide();
    Q_EMIT dismissed();
}

bool LockBar::agreedByPressing()
{
    return !isHidden() && m_since.isValid() && m_since.restart() > tooFastMs;
}

void LockBar::retranslate()
{
    m_words->setText(tr("%1 is answering here. Send yours as well?").arg(m_name));
    m_yes->setText(tr("Send anyway"));
    m_no->setText(tr("Wait"));
    setAccessibleName(m_words->text());
}

void LockBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void LockBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Color::WarningWash));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Theme::Color::Line));
}

} // namespace Tandem
