#include "ui/composer/emoji/emoji_popup.h"

#include "ui/composer/emoji/emoji_grid.h"
#include "ui/composer/emoji/emoji_table.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace Tandem {

/// A small button that shows an emoji: a group, or a tone.
class EmojiKey final : public QAbstractButton
{
public:
    EmojiKey(const Theme &theme, const QString &emoji, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setText(emoji);
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::PointingHandCursor);
        setFont(emojiFont(theme, 1.2));
    }
    [[nodiscard]] QSize sizeHint() const override { return {Theme::Grid * 8, Theme::Grid * 8}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(isChecked() ? Theme::Color::AccentWash : Theme::Color::Hover));
            painter.drawRoundedRect(rect(), Theme::Radius - 2, Theme::Radius - 2);
        }
        painter.setOpacity(isChecked() || underMouse() ? 1 : 0.75);
        painter.setPen(m_theme.color(Theme::Color::Text));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    const Theme &m_theme;
};

namespace {

bool inChinese() { return QLocale().language() == QLocale::Chinese; }

struct Group
{
    QString emoji;
    QString name;
};

QList<Group> groups()
{
    return {{u"🕘"_s, EmojiPopup::tr("Recent")}, {u"😀"_s, EmojiPopup::tr("Faces")}, {u"👋"_s, EmojiPopup::tr("People")},
        {u"🐻"_s, EmojiPopup::tr("Animals and nature")}, {u"🍎"_s, EmojiPopup::tr("Food and drink")}, {u"✈️"_s, EmojiPopup::tr("Travel and places")},
        {u"🎉"_s, EmojiPopup::tr("Activities")}, {u"💡"_s, EmojiPopup::tr("Objects")}, {u"✅"_s, EmojiPopup::tr("Symbols")}, {u"🏁"_s, EmojiPopup::tr("Flags")}};
}

} // namespace

EmojiPopup::EmojiPopup(const Theme &theme, UserSettings &settings, QWidget *parent) : QWidget(parent, Qt::Popup), m_theme(theme), m_memory(settings)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"emoji"_s);
    setAccessibleName(tr("Emoji"));
    build();
    showAll();
    setFixedSize(EmojiGrid::Columns * EmojiGrid::Cell + Theme::Grid * 8, Theme::Grid * 100);
}

void EmojiPopup::build()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"emoji.search"_s);
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_grid = new EmojiGrid(m_theme, this);
    m_groups = new QWidget(this);
    auto *bar = new QHBoxLayout(m_groups);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(0);
    for (const auto &group : groups()) {
        auto *key = new EmojiKey(m_theme, group.emoji, m_groups);
        key->setToolTip(group.name);
        key->setAccessibleName(group.name);
        connect(key, &QAbstractButton::clicked, m_grid, [this, section = int(m_keys.size())] { m_grid->goTo(section); });
        bar->addWidget(key, 1);
        m_keys.append(key);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Grid * 3, Theme::Grid * 3, Theme::Grid * 3, Theme::Grid * 2);
    column->setSpacing(Theme::Grid * 2);
    column->addWidget(m_search);
    column->addWidget(m_groups);
    column->addWidget(m_grid, 1);
    column->addLayout(buildFoot());
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPopup::search);
    connect(m_grid, &EmojiGrid::chosen, this, [this](const QString &emoji) { take(emoji, false); });
    connect(m_grid, &EmojiGrid::currentChanged, this, &EmojiPopup::showName);
    connect(m_grid, &EmojiGrid::tonesAsked, this, &EmojiPopup::askTones);
    connect(m_grid, &EmojiGrid::sectionChanged, this, [this](int section) {
        for (qsizetype i = 0; i < m_keys.size(); ++i) m_keys.at(i)->setChecked(i == section);
    });
}

QLayout *EmojiPopup::buildFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Theme::Grid);
    m_big = new QLabel(this);
    m_name = new QLabel(this);
    for (auto *label : {m_big, m_name}) label->setTextFormat(Qt::PlainText);
    m_big->setFont(emojiFont(m_theme, 1.8));
    m_big->setFixedSize(Theme::Grid * 10, Theme::Grid * 10);
    m_name->setFont(m_theme.font(Theme::Text::Small));
    m_name->setMinimumWidth(1);
    foot->addWidget(m_big);
    foot->addWidget(m_name, 1);
    const QStringList tones{u"✋"_s, u"✋🏻"_s, u"✋🏼"_s, u"✋🏽"_s, u"✋🏾"_s, u"✋🏿"_s};
    for (qsizetype i = 0; i < tones.size(); ++i) {
        auto *key = new EmojiKey(m_theme, tones.at(i), this);
        key->setToolTip(i == 0 ? tr("No skin tone") : tr("Skin tone %1").arg(i));
        key->setAccessibleName(key->toolTip());
        connect(key, &QAbstractButton::clicked, this, [this, i] { chooseTone(int(i)); });
        key->setFixedWidth(Theme::Grid * 7);
        foot->addWidget(key);
        m_tones.append(key);
    }
    m_tones.at(m_memory.tone())->setChecked(true);
    return foot;
}

QString EmojiPopup::toned(int index) const
{
    return emojiTable().all().at(index).toned(m_memory.tone());
}

void EmojiPopup::showAll()
{
    QList<EmojiGrid::Section> sections;
    const auto names = groups();
    sections.append({names.first().name, m_memory.recent()});
    for (int i = 1; i < names.size(); ++i) sections.append({names.at(i).name, {}});
    const auto &all = emojiTable().all();
    for (int i = 0; i < all.size(); ++i) {
        const int section = all.at(i).group + 1;
        if (section < sections.size()) sections[section].emoji.append(toned(i));
    }
    m_grid->setSections(sections);
    for (qsizetype i = 0; i < m_keys.size(); ++i) m_keys.at(i)->setChecked(i == 0);
    m_groups->setEnabled(true);
}

void EmojiPopup::search(const QString &query)
{
    if (query.trimmed().isEmpty()) {
        showAll();
        return;
    }
    QStringList found;
    const auto places = emojiTable().search(query);
    for (const int place : places) found.append(toned(place));
    m_grid->setSections({{found.isEmpty() ? tr("No emoji found. Try another word, in English or Chinese.") : tr("Found"), found}});
    for (auto *key : std::as_const(m_keys)) key->setChecked(false);
    m_groups->setEnabled(false);
}

void EmojiPopup::showName(const QString &emoji)
{
    m_big->setText(emoji);
    const int index = emojiTable().indexOf(emoji);
    auto name = index < 0 ? QString() : emojiTable().all().at(index).name(inChinese());
    if (!name.isEmpty()) name[0] = name.at(0).toUpper();
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideRight, Theme::Grid * 34));
    m_grid->setAccessibleName(name);
}

void EmojiPopup::chooseTone(int tone)
{
    m_memory.setTone(tone);
    for (qsizetype i = 0; i < m_tones.size(); ++i) m_tones.at(i)->setChecked(i == tone);
    search(m_search->text());
}

void EmojiPopup::askTones(const QString &emoji, QPoint globalPos)
{
    const int index = emojiTable().indexOf(emoji);
    if (index < 0 || emojiTable().all().at(index).tones.isEmpty()) return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int tone = 0; tone <= 5; ++tone) {
        const auto text = emojiTable().all().at(index).toned(tone);
        connect(menu->addAction(text), &QAction::triggered, this, [this, text] { take(text, false); });
    }
    menu->popup(globalPos);
}

void EmojiPopup::take(const QString &emoji, bool stay)
{
    if (emoji.isEmpty()) return;
    m_memory.used(emoji);
    Q_EMIT chosen(emoji);
    if (!stay) close();
}

QString EmojiPopup::current() const { return m_grid->current(); }

void EmojiPopup::popUp(QPoint bottomLeft)
{
    auto place = bottomLeft - QPoint(0, height());
    const auto area = parentWidget()->screen()->availableGeometry();
    place.setX(std::clamp(place.x(), area.left(), std::max(area.left(), area.right() - width())));
    place.setY(std::max(place.y(), area.top()));
    move(place);
    show();
    m_search->setFocus();
}

bool EmojiPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: return m_grid->moveBy(key->key()), true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        // While there is a query the arrows belong to its text, except at its end.
        if (!m_search->text().isEmpty() && m_search->cursorPosition() < m_search->text().size()) return false;
        return m_grid->moveBy(key->key()), true;
    case Qt::Key_Return:
    case Qt::Key_Enter: return take(m_grid->current(), key->modifiers() & Qt::ShiftModifier), true;
    case Qt::Key_Escape: return close(), true;
    default: return false;
    }
}

void EmojiPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Color::Panel));
    painter.setPen(m_theme.color(Theme::Color::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void EmojiPopup::mousePressEvent(QMouseEvent *event)
{
    if (!rect().contains(event->position().toPoint())) close();
}

} // namespace Tandem
