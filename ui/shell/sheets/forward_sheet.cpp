#include "ui/shell/sheets/forward_sheet.h"

#include "ui/format/message_content.h"
#include "ui/format/phone_text.h"
#include "ui/shell/sheets/forwarder.h"
#include "ui/shell/sheets/pick_delegate.h"
#include "ui/shell/sheets/pick_model.h"
#include "ui/theme/widgets.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize wanted(480, 560);
constexpr int longestQuery = 100;
constexpr int longestSummary = 120;
constexpr int namesShown = 3;

} // namespace

ForwardSheet::ForwardSheet(UiContext &context, NumberList &numbers, QWidget *window)
    : Sheet(context.theme, window), m_forwarder(new Forwarder(context, numbers, this)), m_model(new PickModel(context, this))
{
    setObjectName(u"forward"_s);
    build();
    connect(m_model, &PickModel::chosenChanged, this, &ForwardSheet::showChosen);
    connect(m_forwarder, &Forwarder::said, this, &ForwardSheet::said);
    connect(m_forwarder, &Forwarder::askFirst, this, &ForwardSheet::askFirst);
    retranslate();
}

void ForwardSheet::build()
{
    m_what = new ThemedLabel(m_look, Theme::Text::Body, Theme::Color::Muted, body());
    m_what->setObjectName(u"forward.what"_s);
    m_what->setWordWrap(true);
    m_search = new QLineEdit(body());
    m_search->setObjectName(u"forward.search"_s);
    m_search->setMaxLength(longestQuery);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list = new QListView(body());
    m_list->setObjectName(u"forward.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(m_look, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_to = new ThemedLabel(m_look, Theme::Text::Small, Theme::Color::Muted, body());
    m_to->setObjectName(u"forward.to"_s);
    m_to->setWordWrap(true);
    m_go = new QPushButton(body());
    m_go->setObjectName(u"forward.go"_s);
    m_go->setProperty("role", u"primary"_s);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_to, 1);
    foot->addWidget(m_go);
    column()->addWidget(m_what);
    column()->addWidget(m_search);
    column()->addWidget(m_list, 1);
    column()->addLayout(foot);
    connect(m_search, &QLineEdit::textChanged, m_model, &PickModel::setQuery);
    connect(m_list, &QListView::clicked, m_model, &PickModel::toggle);
    connect(m_go, &QPushButton::clicked, this, &ForwardSheet::go);
}

QSize ForwardSheet::cardSize() const
{
    return wanted;
}

void ForwardSheet::forward(const QList<Message> &messages)
{
    m_messages = messages;
    retranslate();
    open();
}

void ForwardSheet::opened()
{
    m_search->clear();
    m_model->reset();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

bool ForwardSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_search || watched == m_list)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (watched == m_search && (key == Qt::Key_Down || enter) && m_model->rowCount() > 0) {
            m_list->setFocus(Qt::OtherFocusReason);
            if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_model->index(0));
            if (enter) m_model->toggle(m_list->currentIndex());
            return true;
        }
        if (watched == m_list && (key == Qt::Key_Space || enter)) {
            if (enter && m_go->isEnabled()) go();
            else m_model->toggle(m_list->currentIndex());
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

void ForwardSheet::showChosen()
{
    QStringList names;
    for (const auto &row : m_model->chosen()) names.append(Format::identity(row.title));
    const auto more = int(names.size()) - namesShown;
    auto text = names.mid(0, namesShown).join(tr(", ", "between names"));
    if (more > 0) text = tr("%1 and %n more", nullptr, more).arg(text);
    m_to->setText(text);
    m_go->setEnabled(!names.isEmpty());
}

void ForwardSheet::go()
{
    if (!m_go->isEnabled()) return;
    const auto chosen = m_model->chosen();
    close();
    m_forwarder->forward(m_messages, chosen);
}

void ForwardSheet::retranslate()
{
    setTitle(tr("Forward"));
    const auto first = m_messages.isEmpty() ? QString() : summaryOf(m_messages.first()).simplified().left(longestSummary);
    m_what->setText(m_messages.size() > 1 ? tr("%n messages", nullptr, int(m_messages.size())) : first);
    m_search->setPlaceholderText(tr("Search a conversation"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setAccessibleName(tr("Conversations"));
    m_go->setText(tr("Forward"));
    showChosen();
}

} // namespace Tandem
