#include "ui/timeline/find/find_bar.h"

#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/find/conversation_find.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int widestEdit = 420;

} // namespace

FindBar::FindBar(UiContext &context, ConversationFind &find, QWidget *parent)
    : QWidget(parent), m_context(context), m_find(find), m_edit(new QLineEdit(this)),
      m_count(new ThemedLabel(context.theme, Theme::Text::Small, Theme::Color::Muted, this)),
      m_older(new IconButton(context.theme, u"chevron-up"_s, this)), m_newer(new IconButton(context.theme, u"chevron-down"_s, this)),
      m_close(new IconButton(context.theme, u"close"_s, this))
{
    setObjectName(u"find"_s);
    m_edit->setObjectName(u"find.edit"_s);
    m_edit->setMaximumWidth(widestEdit);
    m_edit->setClearButtonEnabled(false);
    m_edit->installEventFilter(this);
    m_count->setObjectName(u"find.count"_s);
    m_older->setObjectName(u"find.older"_s);
    m_newer->setObjectName(u"find.newer"_s);
    m_close->setObjectName(u"find.close"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Grid, Theme::Grid + 2, 3 * Theme::Grid, Theme::Grid + 3);
    layout->setSpacing(Theme::Grid);
    layout->addWidget(m_edit, 1);
    layout->addSpacing(Theme::Grid);
    layout->addWidget(m_count);
    layout->addStretch();
    for (auto *button : {m_older, m_newer, m_close}) {
        button->setIconSize(18);
        layout->addWidget(button);
    }
    connect(m_edit, &QLineEdit::textChanged, &find, &ConversationFind::look);
    connect(m_older, &QAbstractButton::clicked, &find, &ConversationFind::older);
    connect(m_newer, &QAbstractButton::clicked, &find, &ConversationFind::newer);
    connect(m_close, &QAbstractButton::clicked, this, &FindBar::closeRequested);
    connect(&find, &ConversationFind::changed, this, &FindBar::showCount);
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
    hide();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    m_find.look(m_edit->text());
}

void FindBar::showCount()
{
    const QLocale locale;
    const bool any = m_find.count() > 0;
    QString text;
    if (any) {
        const auto count = locale.toString(m_find.count()) + (m_find.hasMore() ? u"+"_s : QString());
        text = tr("%1 of %2").arg(locale.toString(m_find.place() + 1), count);
    } else if (!m_find.words().isEmpty() && !m_find.isLooking()) {
        text = tr("Not in this conversation");
    }
    if (m_find.isLooking() && any) text = m_count->text();
    const bool news = text != m_count->text();
    m_count->setText(text);
    m_older->setEnabled(any);
    m_newer->setEnabled(any);
    if (news && !text.isEmpty() && QAccessible::isActive()) {
        m_count->setAccessibleName(text);
        QAccessibleEvent event(m_count, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
    switch (key->key()) {
    case Qt::Key_Escape: Q_EMIT closeRequested(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3: shift ? m_find.newer() : m_find.older(); return true;
    case Qt::Key_Up: m_find.older(); return true;
    case Qt::Key_Down: m_find.newer(); return true;
    default: return false;
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_context.theme.color(Theme::Color::Line));
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void FindBar::retranslate()
{
    m_edit->setPlaceholderText(tr("Find in this conversation"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_older->setHelp(tr("Older match (Enter)"));
    m_newer->setHelp(tr("Newer match (Shift+Enter)"));
    m_close->setHelp(tr("Close (Esc)"));
    showCount();
}

} // namespace Tandem
