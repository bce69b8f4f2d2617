#include "app/desktop/start/notice_window.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int textWidth = 520;
constexpr QSize firstSize(820, 560);

} // namespace

NoticeWindow::NoticeWindow(Theme &theme, QWidget *parent) : QWidget(parent, Qt::Window), m_theme(theme)
{
    setObjectName(u"notice"_s);
    setWindowTitle(u"Tandem"_s);
    resize(firstSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8 * Theme::Grid, 8 * Theme::Grid, 8 * Theme::Grid, 8 * Theme::Grid);
    layout->setSpacing(4 * Theme::Grid);
    m_icon = new ThemedIcon(theme, u"warning"_s, 12 * Theme::Grid, Theme::Color::Error, this);
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, this);
    m_title->setObjectName(u"notice.title"_s);
    m_text = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, this);
    m_detail = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_text->setObjectName(u"notice.text"_s);
    m_detail->setObjectName(u"notice.detail"_s);
    for (auto *label : {m_title, m_text, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setFixedWidth(textWidth);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setSpacing(2 * Theme::Grid);
    layout->addStretch(2);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_icon, m_title, m_text, m_detail, m_buttons}) {
        addCentred(layout, widget);
    }
    layout->addStretch(3);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NoticeWindow::show(const Notice &notice)
{
    m_icon->set(notice.icon, notice.color);
    m_title->setText(notice.title);
    m_text->setText(notice.text);
    m_detail->setText(notice.detail);
    m_detail->setVisible(!notice.detail.isEmpty());
    auto *row = m_buttons->layout();
    while (auto *item = row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &way : notice.waysOn) {
        auto *button = new QPushButton(way.text, m_buttons);
        if (way.primary) button->setProperty("role", u"primary"_s);
        if (way.primary) button->setFocus(); // or Enter would press the first one: Quit
        connect(button, &QPushButton::clicked, this, way.act);
        row->addWidget(button);
    }
    QWidget::show();
    raise();
    activateWindow();
}

void NoticeWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Theme::Color::Panel));
}

} // namespace Tandem
