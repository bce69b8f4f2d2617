#include "ui/composer/templates/template_picker.h"

#include "core/base/clock.h"
#include "core/coexistence/send_cost.h"
#include "core/domain/payload_keys.h"
#include "core/store/store.h"
#include "ui/composer/builders/preview_bubble.h"
#include "ui/composer/templates/template_fields.h"
#include "ui/composer/templates/template_list.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/state_view.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int PanelHeight = Theme::Grid * 86;
constexpr int ListWidth = Theme::Grid * 66; ///< both choices above the list keep their words
constexpr int TwoColumns = Theme::Grid * 160; ///< narrower: one after the other

QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

TemplatePicker::TemplatePicker(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"composer.templates"_s);
    build();
    retranslate();
    hide();
}

void TemplatePicker::build()
{
    auto &theme = m_context.theme;
    m_back = new IconButton(theme, u"arrow-left"_s, this);
    m_title = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, this);
    m_reason = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_reason->setWordWrap(true);
    m_refresh = new IconButton(theme, u"refresh"_s, this);
    m_close = new IconButton(theme, u"close"_s, this);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Grid * 2);
    head->addWidget(m_back);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_reason);
    head->addLayout(words, 1);
    head->addWidget(m_refresh, 0, Qt::AlignTop);
    head->addWidget(m_close, 0, Qt::AlignTop);

    m_state = new StateView(theme, this);
    m_middle = new QWidget(this);
    m_list = new TemplateList(theme, m_middle);
    buildDetails();
    auto *middle = new QHBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(Theme::Grid * 4);
    middle->addWidget(m_list);
    middle->addWidget(m_details, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid * 2);
    column->addLayout(head);
    column->addWidget(m_state, 1);
    column->addWidget(m_middle, 1);
    setFixedHeight(PanelHeight);
    connectParts();
}

void TemplatePicker::connectParts()
{
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        m_inDetails = false;
        arrange();
        m_list->focusSearch();
    });
    connect(m_refresh, &QAbstractButton::clicked, this, &TemplatePicker::syncNow);
    connect(m_state, &StateView::buttonPressed, this, &TemplatePicker::syncNow);
    connect(m_close, &QAbstractButton::clicked, this, &TemplatePicker::closed);
    connect(m_list, &TemplateList::currentChanged, this, &TemplatePicker::choose);
    connect(m_list, &TemplateList::entered, this, [this] {
        m_inDetails = true;
        arrange();
        m_fields->focusFirst();
    });
}

void TemplatePicker::buildDetails()
{
    auto &theme = m_context.theme;
    m_details = new QWidget(m_middle);
    m_fields = new TemplateFields(theme, m_context.store.media(), m_details);
    m_preview = new PreviewBubble(theme, m_details);
    m_cost = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, m_details);
    m_cost->setWordWrap(true);
    m_send = new QPushButton(m_details);
    m_send->setObjectName(u"template.send"_s);
    m_send->setProperty("role", u"primary"_s);
    auto *both = new QHBoxLayout;
    both->setSpacing(Theme::Grid * 3);
    both->addWidget(scrolling(m_fields), 4);
    both->addWidget(scrolling(m_preview), 5);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_cost, 1);
    foot->addWidget(m_send);
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid * 2);
    column->addLayout(both, 1);
    column->addLayout(foot);
    connect(m_fields, &TemplateFields::edited, this, &TemplatePicker::refresh);
    connect(m_fields, &TemplateFields::entered, this, &TemplatePicker::send);
    connect(m_send, &QPushButton::clicked, this, &TemplatePicker::send);
}

void TemplatePicker::retranslate()
{
    m_back->setHelp(tr("All templates"));
    m_refresh->setHelp(tr("Fetch the list again"));
    m_close->setHelp(tr("Back to writing (Esc)"));
    m_send->setText(tr("Send template"));
    if (m_form) {
        // A form's words are made with it.
        m_form.emplace(MessageTemplate(m_form->definition()));
        m_fields->setWords(*m_form);
    }
    showState();
    refresh();
}

void TemplatePicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TemplatePicker::begin(const ConversationRow &row, const Number &number, const QString &title, const QString &reason, const QString &author, bool fresh)
{
    const bool another = row.id != m_row.id || number.wabaId != m_number.wabaId;
    const bool same = !another && m_forced == !reason.isEmpty();
    m_row = row;
    m_number = number;
    m_author = author;
    m_forced = !reason.isEmpty();
    m_title->setText(title);
    m_reason->setText(reason);
    m_reason->setVisible(m_forced);
    m_close->setVisible(!m_forced);
    if (another) {
        m_form.reset();
        m_taken.reset();
        m_inDetails = false;
        m_loaded = false;
        m_templates.clear();
        m_list->setTemplates({});
    }
    arrange();
    // The composer looks at its window every few seconds; what is shown then needs no new query.
    if (fresh || !same) reload();
}

void TemplatePicker::reload()
{
    if (m_number.wabaId.isEmpty()) return showState();
    const auto generation = ++m_generation;
    auto &store = m_context.store.templates();
    onFinished(this, store.sync(m_number.wabaId), [this, generation](const Result<TemplateSync> &sync) {
        if (generation != m_generation || !sync) return;
        m_sync = *sync;
        showState();
    });
    onFinished(this, store.all(m_number.wabaId), [this, generation](const Result<QList<MessageTemplate>> &all) {
        if (generation != m_generation || !all) return;
        // What a person is filling in stays under their hands while the list is the same.
        const bool same = m_loaded && *all == m_templates;
        m_loaded = true;
        m_templates = *all;
        if (!same) m_list->setTemplates(*all);
        showState();
        selectTaken();
    });
}

void TemplatePicker::take(const OutgoingSpecial &special)
{
    m_taken = special;
    if (m_loaded) selectTaken();
}

bool TemplatePicker::isTaken(const MessageTemplate &definition) const
{
    return m_taken && m_taken->content.value("name"_L1).toString() == definition.name
        && m_taken->content.value("language"_L1).toObject().value("code"_L1).toString() == definition.language;
}

void TemplatePicker::selectTaken()
{
    const auto found = std::find_if(m_templates.cbegin(), m_templates.cend(), [this](const MessageTemplate &t) { return isTaken(t); });
    if (found == m_templates.cend()) return;
    m_inDetails = true;
    m_list->select(found->name, found->language);
    choose(); // it may be the one that is chosen already
    arrange();
}

void TemplatePicker::fillTaken()
{
    const auto special = *std::exchange(m_taken, std::nullopt);
    m_fields->fill(TemplateFields::packed({m_form->valuesOf(special.content), special.media}));
    m_fields->focusFirst();
}

void TemplatePicker::showState()
{
    const bool list = !m_templates.isEmpty();
    m_middle->setVisible(list);
    m_state->setVisible(!list);
    m_refresh->setVisible(list);
    if (list) return;
    if (m_sync.running || !m_loaded) {
        m_state->set(u"template"_s, tr("Loading templates…"), QString());
    } else if (!m_sync.errorText.isEmpty()) {
        m_state->set(u"warning"_s, tr("The templates could not be loaded"), m_sync.errorText, tr("Try again"));
    } else {
        m_state->set(u"template"_s, tr("No templates yet"), tr("Create them in WhatsApp Manager; they appear here once approved."), tr("Fetch the list"));
    }
}

void TemplatePicker::syncNow()
{
    m_sync.running = true;
    m_sync.errorText.clear();
    showState();
    onFinished(this, m_context.store.commands().enqueue(m_number.id, CommandKind::SyncTemplates, {{u"waba"_s, m_number.wabaId}}), [this](const Result<CommandId> &asked) {
        if (asked) return;
        m_sync = {{}, false, asked.error().text};
        showState();
    });
}

void TemplatePicker::choose()
{
    const auto chosen = m_list->current();
    if (!chosen) {
        m_form.reset();
        return refresh();
    }
    const bool same = m_form && m_form->definition() == *chosen;
    if (same && !isTaken(*chosen)) return;
    m_form.emplace(*chosen);
    m_fields->setForm(*m_form, m_row.id);
    refresh();
    if (isTaken(*chosen)) return fillTaken();
    onFinished(this, m_context.store.templates().lastValues(chosen->wabaId, chosen->name, chosen->language),
        [this, name = chosen->name, language = chosen->language](const Result<QHash<QString, QString>> &values) {
            if (values && m_form && m_form->definition().name == name && m_form->definition().language == language) m_fields->fill(*values);
        });
}

QString TemplatePicker::obstacle() const
{
    if (!m_form) return {};
    if (!m_form->obstacle().isEmpty()) return m_form->obstacle();
    const bool phone = m_row.identity.startsWith(u'+');
    return m_form->needsPhone() && !phone ? tr("Sign-in codes go to phone numbers only; this customer's is not known.") : QString();
}

void TemplatePicker::refresh()
{
    if (!m_send || !m_preview) return;
    const auto stop = obstacle();
    m_send->setEnabled(m_form && stop.isEmpty() && m_fields->fileIsReady());
    m_details->setVisible(m_form && (m_inDetails || width() >= TwoColumns));
    if (!m_form) return m_preview->setMessage({});
    const auto input = m_fields->input();
    const auto preview = m_form->preview(input);
    auto content = m_form->content(input).value_or(QJsonObject{{u"name"_s, m_form->definition().name}});
    content.insert(PayloadKeys::Rendered, preview.toJson());
    auto message = PreviewBubble::sample(u"template"_s, content, preview.text(), m_author, m_context.clock.now());
    if (!input.headerMedia.sha256.isEmpty()) {
        message.media.state = MediaState::Available;
        message.media.ref.mime = input.headerMedia.mime;
        message.media.ref.filename = input.headerMedia.filename;
        message.media.size = input.headerMedia.size;
    }
    m_preview->setMessage(message, m_fields->picture());
    SendCost::Send cost;
    cost.templateCategory = m_form->definition().category;
    cost.windowOpen = m_row.windowExpiresAt && m_context.clock.now() < *m_row.windowExpiresAt;
    cost.at = m_context.clock.now();
    m_cost->setText(stop.isEmpty() ? SendCost::of(cost).hint() : stop);
    m_cost->setColor(stop.isEmpty() ? Theme::Color::Muted : Theme::Color::Warning);
}

void TemplatePicker::send()
{
    if (!m_form || !m_send->isEnabled()) return;
    const auto input = m_fields->input();
    const auto content = m_form->content(input);
    if (!content || !m_form->problems(input).isEmpty()) return m_fields->showProblems();
    const auto &definition = m_form->definition();
    onFinished(this, m_context.store.templates().setLastValues(definition.wabaId, definition.name, definition.language, TemplateFields::packed(input)), [](const Result<bool> &) {});
    Q_EMIT sendAsked(OutgoingSpecial{u"template"_s, *content, m_form->preview(input).text(), input.headerMedia});
}

void TemplatePicker::arrange()
{
    const bool wide = width() >= TwoColumns;
    m_list->setVisible(wide || !m_inDetails);
    m_back->setVisible(!wide && m_inDetails);
    if (wide) {
        m_list->setFixedWidth(ListWidth);
    } else {
        m_list->setMinimumWidth(0);
        m_list->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    m_details->setVisible(m_form && (wide || m_inDetails));
}

void TemplatePicker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TemplatePicker::focusSearch()
{
    if (m_middle->isVisible()) m_list->focusSearch();
}

void TemplatePicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isVisible()) {
        m_back->click();
    } else if (event->key() == Qt::Key_Escape && !m_forced) {
        Q_EMIT closed();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::ControlModifier) {
        send();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TemplatePicker::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), m_context.theme.color(Theme::Color::Panel)); }

} // namespace Tandem
