#include "ui/team/away/away_banner.h"

#include "ui/team/away/server_watch.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tandem {

AwayBanner::AwayBanner(Theme &theme, ServerWatch &watch, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_watch(watch), m_icon(new ThemedIcon(theme, u"offline"_s, 20, Theme::Color::Warning, this)),
      m_words(new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, this)),
      m_kept(new QPushButton(this)), m_discard(new QPushButton(this)), m_drafts(new QPushButton(this)), m_send(new QPushButton(this))
{
    setObjectName(u"awayBanner"_s);
    m_words->setWordWrap(true);
    m_kept->setObjectName(u"awayBanner.kept"_s);
    m_discard->setObjectName(u"awayBanner.discard"_s);
    m_drafts->setObjectName(u"awayBanner.drafts"_s);
    m_send->setObjectName(u"awayBanner.send"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(5 * Theme::Grid, 2 * Theme::Grid, 5 * Theme::Grid, 2 * Theme::Grid);
    row->setSpacing(3 * Theme::Grid);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    for (auto *button : {m_kept, m_discard, m_drafts, m_send}) {
        button->setProperty("role", u"compact"_s);
        row->addWidget(button);
    }
    connect(m_kept, &QPushButton::clicked, this, &AwayBanner::listKept);
    connect(m_discard, &QPushButton::clicked, this, [this] { Q_EMIT discardRequested(m_watch.heldBack()); });
    connect(m_drafts, &QPushButton::clicked, this, [this] { m_watch.turnIntoDrafts(m_watch.heldBack()); });
    connect(m_send, &QPushButton::clicked, this, [this] { m_watch.send(m_watch.heldBack()); });
    connect(&watch, &ServerWatch::changed, this, &AwayBanner::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void AwayBanner::refresh()
{
    const bool away = m_watch.isAway();
    const auto held = m_watch.heldBack();
    const int waiting = int(m_watch.kept().all().size());
    m_icon->set(away ? u"offline"_s : u"warning"_s, Theme::Color::Warning);
    if (away) {
        m_words->setText(tr("The team's server can't be reached. You see what this computer has kept. Text replies are kept too and go when it is back, after ten minutes only if you say so; the rest has to wait."));
    } else if (!held.isEmpty()) {
        m_words->setText(tr("%n reply(ies) typed while the server was away did not go: “%1”", nullptr, int(held.size())).arg(held.first().text.simplified().left(60)));
    }
    setAccessibleName(m_words->text());
    m_kept->setText(tr("%n reply(ies) kept", nullptr, waiting));
    m_kept->setToolTip(tr("Show them; choosing one takes it back as a draft"));
    m_kept->setVisible(away && waiting > 0);
    m_discard->setText(tr("Discard"));
    m_drafts->setText(tr("Keep as drafts"));
    m_send->setText(tr("Send now"));
    for (auto *button : {m_discard, m_drafts, m_send}) button->setVisible(!away);
    setVisible(away || !held.isEmpty());
}

void AwayBanner::listKept()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &reply : m_watch.kept().all()) {
        auto line = tr("To %1: %2").arg(reply.title, reply.text.simplified().left(60));
        menu->addAction(line.replace(u'&', u"&&"_s), this, [this, reply] { m_watch.turnIntoDrafts({reply}); });
    }
    menu->popup(m_kept->mapToGlobal(QPoint(0, m_kept->height())));
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
