#include "ui/shell/overlay/command_palette.h"

#include "ui/shell/commands.h"
#include "ui/shell/overlay/palette_delegate.h"
#include "ui/shell/overlay/palette_model.h"
#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int editHeight = 52;
constexpr QSize paletteSize(580, 460);

} // namespace

CommandPalette::CommandPalette(const Theme &theme, Commands &commands, const ConversationListModel &list, ConversationStore &store, QWidget *window)
    : Overlay(theme, window), m_commands(commands), m_model(new PaletteModel(commands, list, store, this)), m_edit(new QLineEdit(this)),
      m_view(new QListView(this))
{
    setObjectName(u"palette"_s);
    m_edit->setObjectName(u"palette.edit"_s);
    m_edit->setProperty("role", u"bare"_s);
    m_edit->setMaxLength(100);
    m_edit->installEventFilter(this);
    m_view->setObjectName(u"palette.list"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PaletteDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setQuery(text);
        m_view->setCurrentIndex(m_model->index(0));
        m_view->scrollToTop();
        update();
    });
    connect(m_view, &QListView::clicked, this, &CommandPalette::activate);
    retranslate();
}

QSize CommandPalette::cardSize() const
{
    return paletteSize;
}

void CommandPalette::opened()
{
    m_edit->clear();
    m_model->setQuery({});
    m_view->setCurrentIndex(m_model->index(0));
    m_view->scrollToTop();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0) return;
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + by : 0;
    m_view->setCurrentIndex(m_model->index(std::abs(by) == 1 ? (row + rows) % rows : std::clamp(row, 0, rows - 1)));
}

void CommandPalette::activate(const QModelIndex &index)
{
    const auto command = m_model->commandAt(index);
    const auto conversation = m_model->conversationAt(index);
    if (command.isEmpty() && !conversation) return;
    close();
    if (conversation) Q_EMIT conversationChosen(conversation);
    else m_commands.run(command);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: step(1); return true;
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_PageDown: step(8); return true;
        case Qt::Key_PageUp: step(-8); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: activate(m_view->currentIndex()); return true;
        case Qt::Key_Escape: close(); return true;
        default: break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

void CommandPalette::resizeEvent(QResizeEvent *event)
{
    const auto card = cardRect();
    m_edit->setGeometry(card.left() + 44, card.top() + 2, card.width() - 56, editHeight - 2);
    m_view->setGeometry(card.adjusted(1, editHeight + 5, -1, -8));
    Overlay::resizeEvent(event);
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    QPainter painter(this);
    const auto card = cardRect();
    const auto at = QStyle::visualRect(layoutDirection(), card, {card.left() + 20, card.top() + 16, 20, 20});
    Paint::icon(painter, m_theme, at, u"search"_s, m_theme.color(Theme::Color::Muted));
    painter.fillRect(QRect(card.left() + 1, card.top() + editHeight, card.width() - 2, 1), m_theme.color(Theme::Color::Line));
    if (m_model->rowCount() == 0) {
        painter.setFont(m_theme.font(Theme::Text::Body));
        painter.setPen(m_theme.color(Theme::Color::Muted));
        painter.drawText(card.adjusted(20, editHeight, -20, -200), Qt::AlignCenter, tr("No command and nobody by that name"));
    }
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    Overlay::changeEvent(event);
}

void CommandPalette::retranslate()
{
    m_edit->setPlaceholderText(tr("Type a command or a name"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_view->setAccessibleName(tr("Commands and conversations"));
}

} // namespace Tandem
