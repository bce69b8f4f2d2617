#include "ui/team/away/away_banner.h"

#include "ui/team/away/server_watch.h"
#include "ui/theme/widgets.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tandem {

AwayBanner::AwayBanner(Theme &theme, ServerWatch &watch, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_watch(watch), m_words(new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, this)),
      m_kept(new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Warning, this))
{
    setObjectName(u"awayBanner"_s);
    m_words->setWordWrap(true);
    m_kept->setObjectName(u"awayBanner.kept"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(5 * Theme::Grid, 2 * Theme::Grid, 5 * Theme::Grid, 2 * Theme::Grid);
    row->setSpacing(3 * Theme::Grid);
    row->addWidget(new ThemedIcon(theme, u"offline"_s, 20, Theme::Color::Warning, this));
    row->addWidget(m_words, 1);
    row->addWidget(m_kept);
    connect(&watch, &ServerWatch::changed, this, &AwayBanner::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void AwayBanner::refresh()
{
    m_words->setText(tr("The team's server can't be reached. You read what is cached; what you type is kept and goes when it is back."));
    setAccessibleName(m_words->text());
    const int waiting = int(m_watch.kept().all().size());
    m_kept->setText(tr("%n reply(ies) kept", nullptr, waiting));
    m_kept->setVisible(waiting > 0);
    setVisible(m_watch.isAway());
}

void AwayBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Color::WarningWash));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Theme::Color::Line));
}

void AwayBanner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace Tandem
