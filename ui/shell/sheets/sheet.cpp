#include "ui/shell/sheets/sheet.h"

#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int margin = 5 * Theme::Grid;

} // namespace

Sheet::Sheet(Theme &theme, QWidget *window)
    : Overlay(theme, window), m_look(theme), m_body(new QWidget(this)),
      m_title(new ThemedLabel(theme, Theme::Text::Heading, Theme::Color::Text, m_body)), m_close(new IconButton(theme, u"close"_s, m_body)),
      m_column(new QVBoxLayout)
{
    m_title->setObjectName(u"sheet.title"_s);
    m_close->setObjectName(u"sheet.close"_s);
    m_close->setIconSize(16);
    m_close->setHelp(tr("Close"));
    connect(m_close, &QAbstractButton::clicked, this, &Overlay::close);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(margin, 4 * Theme::Grid, margin, margin);
    layout->setSpacing(3 * Theme::Grid);
    layout->addLayout(head);
    layout->addLayout(m_column, 1);
    m_column->setSpacing(3 * Theme::Grid);
}

void Sheet::setTitle(const QString &text)
{
    m_title->setText(text);
    setAccessibleName(text);
}

void Sheet::fit()
{
    m_body->setGeometry(cardRect());
    update();
}

void Sheet::resizeEvent(QResizeEvent *event)
{
    fit();
    Overlay::resizeEvent(event);
}

void Sheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_close->setHelp(tr("Close"));
        retranslate();
    }
    Overlay::changeEvent(event);
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) focusNextPrevChild(event->key() == Qt::Key_Tab);
    Overlay::keyPressEvent(event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    auto *from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from)) from = m_close;
    auto *to = from;
    do {
        to = next ? to->nextInFocusChain() : to->previousInFocusChain();
        const bool takes = isAncestorOf(to) && to->isVisible() && to->isEnabled() && (to->focusPolicy() & Qt::TabFocus);
        if (takes && !to->focusProxy()) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (to != from);
    return true; // nothing else here takes the focus, and nothing below may
}

} // namespace Tandem
