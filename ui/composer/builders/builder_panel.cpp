#include "ui/composer/builders/builder_panel.h"

#include "core/base/clock.h"
#include "ui/composer/builders/choice_list.h"
#include "ui/composer/builders/limited_edit.h"
#include "ui/composer/builders/preview_bubble.h"
#include "ui/theme/chip.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using Kind = InteractiveDraft::Kind;
constexpr int PanelHeight = Theme::Grid * 74;

QString kindWords(Kind kind)
{
    switch (kind) {
    case Kind::Buttons: return BuilderPanel::tr("Reply buttons");
    case Kind::List: return BuilderPanel::tr("List");
    case Kind::Link: return BuilderPanel::tr("Link button");
    case Kind::AskLocation: break;
    }
    return BuilderPanel::tr("Ask for location");
}

} // namespace

BuilderPanel::BuilderPanel(Theme &theme, const Clock &clock, QWidget *parent) : QWidget(parent), m_theme(theme), m_clock(clock)
{
    setObjectName(u"composer.builder"_s);
    build();
    retranslate();
    hide();
}

void BuilderPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid * 2);
    column->addLayout(buildHead());
    column->addLayout(buildMiddle(), 1);
    m_problem = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_send = new QPushButton(this);
    m_send->setObjectName(u"builder.send"_s);
    m_send->setProperty("role", u"primary"_s);
    connect(m_send, &QPushButton::clicked, this, &BuilderPanel::send);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_problem, 1);
    foot->addWidget(m_send);
    column->addLayout(foot);
    setFixedHeight(PanelHeight);
}

QLayout *BuilderPanel::buildHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Grid * 2);
    for (const auto kind : {Kind::Buttons, Kind::List, Kind::Link, Kind::AskLocation}) {
        auto *chip = new Chip(m_theme, this);
        chip->setCheckable(true);
        connect(chip, &QAbstractButton::clicked, this, [this, kind] { setKind(kind); });
        head->addWidget(chip);
        m_kinds.append(chip);
    }
    head->addStretch(1);
    m_close = new IconButton(m_theme, u"close"_s, this);
    head->addWidget(m_close);
    connect(m_close, &QAbstractButton::clicked, this, [this] { Q_EMIT closed(m_body->toPlainText()); });
    return head;
}

QLayout *BuilderPanel::buildMiddle()
{
    auto *fields = new QWidget(this);
    auto *form = new QVBoxLayout(fields);
    form->setContentsMargins(0, 0, Theme::Grid * 2, 0);
    form->setSpacing(Theme::Grid * 2);
    buildForm(form);
    m_form = new QScrollArea(this);
    m_form->setWidget(fields);
    m_form->setWidgetResizable(true);
    m_form->setFrameShape(QFrame::NoFrame);
    m_form->viewport()->setAutoFillBackground(false);
    fields->setAutoFillBackground(false);
    auto *show = new QScrollArea(this);
    m_preview = new PreviewBubble(m_theme);
    show->setWidget(m_preview);
    show->setWidgetResizable(true);
    show->setFrameShape(QFrame::NoFrame);
    show->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Theme::Grid * 3);
    middle->addWidget(m_form, 1);
    middle->addWidget(show, 1);
    return middle;
}

void BuilderPanel::buildForm(QVBoxLayout *form)
{
    m_header = new LimitedEdit(InteractiveDraft::HeaderText, [] { return tr("Title, optional"); }, this);
    m_body = new QPlainTextEdit(this);
    m_body->setObjectName(u"builder.body"_s);
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(Theme::Grid * 17);
    m_footer = new LimitedEdit(InteractiveDraft::FooterText, [] { return tr("Footer, optional"); }, this);
    m_label = new LimitedEdit(InteractiveDraft::ButtonTitle, [] { return tr("Text on the button"); }, this);
    m_label->setObjectName(u"builder.label"_s);
    m_url = new LimitedEdit(2000, [] { return u"https://"_s; }, this);
    m_url->setObjectName(u"builder.url"_s);
    m_choices = new ChoiceList(m_theme, this);
    form->addWidget(m_header);
    form->addWidget(m_body);
    for (int i = 0; i < InteractiveDraft::MostButtons; ++i) {
        auto *edit = new LimitedEdit(InteractiveDraft::ButtonTitle, [i] { return i == 0 ? tr("Button 1") : tr("Button %1, optional").arg(i + 1); }, this);
        edit->setObjectName(u"builder.button%1"_s.arg(i + 1));
        m_buttons.append(edit);
        form->addWidget(edit);
    }
    form->addWidget(m_label);
    form->addWidget(m_url);
    form->addWidget(m_choices);
    form->addWidget(m_footer);
    form->addStretch(1);
    connect(m_body, &QPlainTextEdit::textChanged, this, &BuilderPanel::refresh);
    connect(m_choices, &ChoiceList::edited, this, &BuilderPanel::refresh);
    for (auto *edit : findChildren<LimitedEdit *>()) connect(edit, &QLineEdit::textChanged, this, &BuilderPanel::refresh);
}

void BuilderPanel::retranslate()
{
    const Kind kinds[]{Kind::Buttons, Kind::List, Kind::Link, Kind::AskLocation};
    for (qsizetype i = 0; i < m_kinds.size(); ++i) m_kinds.at(i)->setText(kindWords(kinds[i]));
    m_close->setHelp(tr("Back to writing (Esc)"));
    m_body->setPlaceholderText(tr("Message"));
    m_body->setAccessibleName(tr("Message"));
    m_send->setText(tr("Send"));
}

void BuilderPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    refresh();
}

void BuilderPanel::begin(Kind kind, const QString &body, const QString &author)
{
    InteractiveDraft draft;
    draft.kind = kind;
    draft.body = body;
    begin(draft, author);
}

void BuilderPanel::begin(const InteractiveDraft &draft, const QString &author)
{
    m_author = author;
    m_header->setText(draft.header);
    m_body->setPlainText(draft.body);
    m_footer->setText(draft.footer);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) m_buttons.at(i)->setText(draft.buttons.value(i));
    m_label->setText(draft.label);
    m_url->setText(draft.url);
    m_choices->setSections(draft.sections);
    setKind(draft.kind);
    m_body->setFocus();
    m_body->moveCursor(QTextCursor::End);
}

void BuilderPanel::setKind(Kind kind)
{
    m_kind = kind;
    for (qsizetype i = 0; i < m_kinds.size(); ++i) m_kinds.at(i)->setChecked(i == int(kind));
    for (auto *edit : std::as_const(m_buttons)) edit->setVisible(kind == Kind::Buttons);
    m_label->setVisible(kind == Kind::List || kind == Kind::Link);
    m_url->setVisible(kind == Kind::Link);
    m_choices->setVisible(kind == Kind::List);
    m_header->setVisible(kind != Kind::AskLocation);
    m_footer->setVisible(kind != Kind::AskLocation);
    refresh();
}

InteractiveDraft BuilderPanel::draft() const
{
    InteractiveDraft draft;
    draft.kind = m_kind;
    draft.body = m_body->toPlainText();
    draft.header = m_header->text();
    draft.footer = m_footer->text();
    for (const auto *edit : m_buttons) {
        if (!edit->text().trimmed().isEmpty()) draft.buttons.append(edit->text());
    }
    draft.label = m_label->text();
    draft.url = m_url->text();
    if (m_kind == Kind::List) draft.sections = m_choices->sections();
    return draft;
}

void BuilderPanel::refresh()
{
    if (!m_preview || !m_send || m_kinds.size() < 4) return;
    const auto now = draft();
    const auto problem = now.problem();
    m_problem->setText(problem);
    m_send->setEnabled(problem.isEmpty());
    auto shown = now;
    if (shown.body.trimmed().isEmpty()) shown.body = m_body->placeholderText();
    m_preview->setMessage(PreviewBubble::sample(u"interactive"_s, shown.sketch(), shown.body, m_author, m_clock.now()));
}

void BuilderPanel::send()
{
    const auto ready = draft();
    const auto content = ready.request();
    if (!content || !ready.problem().isEmpty()) return;
    Q_EMIT sendAsked(*content, ready.body.trimmed());
}

void BuilderPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed(m_body->toPlainText());
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::ControlModifier) {
        send();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void BuilderPanel::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), m_theme.color(Theme::Color::Panel)); }

} // namespace Tandem
