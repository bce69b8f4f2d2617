#include "ui/composer/composer_tools.h"

#include "ui/composer/input/composer_keys.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/icon_button.h"

#include <QEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qsizetype CountWithin = 300; ///< characters left, from which on they are counted

QPalette inked(QPalette palette, const QColor &color)
{
    palette.setColor(QPalette::WindowText, color);
    return palette;
}

} // namespace

ComposerTools::ComposerTools(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    build();
    retranslate();
    restyle();
    connect(&theme, &Theme::changed, this, &ComposerTools::restyle);
}

void ComposerTools::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Grid / 2);
    const auto tool = [&](const QString &icon, const QString &name) {
        auto *button = new IconButton(m_theme, icon, this);
        button->setObjectName(u"composer."_s + name);
        row->addWidget(button);
        return button;
    };
    m_emoji = tool(u"smile"_s, u"emoji"_s);
    m_attach = tool(u"attach"_s, u"attach"_s);
    m_record = tool(u"mic"_s, u"record"_s);
    m_canned = tool(u"slash"_s, u"slash"_s);
    m_marks = tool(u"text-format"_s, u"marks"_s);
    m_template = tool(u"template"_s, u"template"_s);
    m_builder = tool(u"button"_s, u"buttons"_s);
    m_counter = new QLabel(this);
    m_counter->setTextFormat(Qt::PlainText);
    m_hint = new ElidedLabel(this);
    m_hint->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_send = new QPushButton(this);
    m_send->setObjectName(u"composer.send"_s);
    m_send->setProperty("role", u"primary"_s);
    m_send->setDefault(false);
    m_when = new IconButton(m_theme, u"chevron-down"_s, this);
    m_when->setObjectName(u"composer.when"_s);
    m_when->setIconSize(16);
    row->addSpacing(Theme::Grid);
    row->addWidget(m_counter);
    row->addSpacing(Theme::Grid);
    row->addWidget(m_hint, 1);
    row->addSpacing(Theme::Grid * 2);
    row->addWidget(m_send);
    row->addWidget(m_when);
    connectParts();
}

void ComposerTools::connectParts()
{
    connect(m_emoji, &QAbstractButton::clicked, this, &ComposerTools::emojiAsked);
    connect(m_attach, &QAbstractButton::clicked, this, &ComposerTools::attachAsked);
    connect(m_record, &QAbstractButton::clicked, this, &ComposerTools::recordAsked);
    connect(m_canned, &QAbstractButton::clicked, this, &ComposerTools::cannedAsked);
    connect(m_template, &QAbstractButton::clicked, this, &ComposerTools::templateAsked);
    connect(m_marks, &QAbstractButton::clicked, this, &ComposerTools::openMarks);
    connect(m_builder, &QAbstractButton::clicked, this, &ComposerTools::openBuilders);
    connect(m_send, &QPushButton::clicked, this, &ComposerTools::sendAsked);
    connect(m_when, &QAbstractButton::clicked, this, &ComposerTools::sendMenuAsked);
}

void ComposerTools::restyle()
{
    const auto small = m_theme.font(Theme::Text::Small);
    m_counter->setFont(small);
    m_hint->setFont(small);
    m_hint->setPalette(inked(m_hint->palette(), m_theme.color(Theme::Color::Muted)));
    m_counter->setPalette(inked(m_counter->palette(), m_theme.color(m_over ? Theme::Color::Error : Theme::Color::Muted)));
}

void ComposerTools::retranslate()
{
    using enum ComposerKeys::Key;
    m_emoji->setHelp(tr("Emoji (%1)", "its key").arg(ComposerKeys::cap(Emoji)));
    m_attach->setHelp(tr("Attach files (%1); or drop or paste them", "its key").arg(ComposerKeys::cap(Attach)));
    m_record->setHelp(tr("Record a voice message (%1)", "its key").arg(ComposerKeys::cap(Record)));
    m_canned->setHelp(tr("Canned replies (/)"));
    m_marks->setHelp(tr("Bold, italic, …"));
    m_template->setHelp(tr("Template (%1)", "its key").arg(ComposerKeys::cap(Template)));
    m_builder->setHelp(tr("Message with buttons, a list or a link"));
    m_when->setHelp(tr("Send later (%1)", "its key").arg(ComposerKeys::cap(SendLater)));
    m_send->setText(tr("Send"));
}

void ComposerTools::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ComposerTools::openMarks()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &icon, const QString &text, ComposerKeys::Key key, TextMark mark) {
        auto *action = menu->addAction(m_theme.icon(icon), text + u'\t' + ComposerKeys::cap(key));
        connect(action, &QAction::triggered, this, [this, mark] { Q_EMIT markAsked(mark); });
    };
    using enum ComposerKeys::Key;
    add(u"bold"_s, tr("Bold"), Bold, TextMark::Bold);
    add(u"italic"_s, tr("Italic"), Italic, TextMark::Italic);
    add(u"strike"_s, tr("Strikethrough"), Strike, TextMark::Strike);
    add(u"code"_s, tr("Code"), Code, TextMark::Code);
    menu->popup(m_marks->mapToGlobal(QPoint(0, -menu->sizeHint().height() - Theme::Grid)));
}

void ComposerTools::openBuilders()
{
    using Kind = InteractiveDraft::Kind;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &icon, const QString &text, Kind kind) {
        connect(menu->addAction(m_theme.icon(icon), text), &QAction::triggered, this, [this, kind] { Q_EMIT builderAsked(kind); });
    };
    add(u"button"_s, tr("Reply buttons"), Kind::Buttons);
    add(u"list"_s, tr("List to choose from"), Kind::List);
    add(u"link"_s, tr("Button with a link"), Kind::Link);
    add(u"location"_s, tr("Ask for the location"), Kind::AskLocation);
    menu->popup(m_builder->mapToGlobal(QPoint(0, -menu->sizeHint().height() - Theme::Grid)));
}

void ComposerTools::setHint(const QString &text) { m_hint->setText(text); }

void ComposerTools::setLength(qsizetype length, qsizetype limit)
{
    m_counter->setVisible(length >= limit - CountWithin);
    if (!m_counter->isVisibleTo(this)) return;
    m_over = length > limit;
    m_counter->setText(tr("%1 of %2").arg(QLocale().toString(length), QLocale().toString(limit)));
    restyle();
}

void ComposerTools::setCanSend(bool can) { m_send->setEnabled(can); }
void ComposerTools::setSendHelp(const QString &text) { m_send->setToolTip(text); }
void ComposerTools::setCanRecord(bool can) { m_record->setVisible(can); }
QPoint ComposerTools::emojiCorner() const { return m_emoji->mapToGlobal(QPoint(0, -Theme::Grid)); }
QPoint ComposerTools::sendCorner() const { return m_when->mapToGlobal(QPoint(m_when->width(), -Theme::Grid)); }

} // namespace Tandem
