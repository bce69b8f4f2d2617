#include "ui/people/contact_panel.h"

#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/media/lightbox/lightbox.h"
#include "ui/models/customer_actions.h"
#include "ui/models/number_list.h"
#include "ui/people/avatar_view.h"
#include "ui/people/customer_care.h"
#include "ui/people/fact_row.h"
#include "ui/people/media_grid.h"
#include "ui/people/merge_card.h"
#include "ui/people/owner_row.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int mediaLooked = 200;
constexpr int pauseMs = 300;
constexpr int margin = 4 * Theme::Grid;
constexpr int avatarSide = 48;

} // namespace

ContactPanel::ContactPanel(UiContext &context, NumberList &numbers, CustomerActions &actions, QWidget *parent)
    : QWidget(parent), m_context(context), m_numbers(numbers), m_actions(actions)
{
    setObjectName(u"contact"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    build();
    connectParts();
    retranslate();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ContactPanel::load);
    connect(&context.feed, &ChangeFeed::changed, this, &ContactPanel::applyChanges);
    connect(&numbers, &NumberList::changed, this, &ContactPanel::showContact);
}

ContactPanel::~ContactPanel() = default;

void ContactPanel::build()
{
    auto &theme = m_context.theme;
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(0);
    m_avatar = new AvatarView(theme, avatarSide, body);
    m_name = new ElidedLabel(body);
    m_name->setFont(theme.font(Theme::Text::Heading));
    m_otherName = new ElidedLabel(body);
    m_otherName->setForegroundRole(QPalette::PlaceholderText);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_otherName);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * Theme::Grid);
    head->addWidget(m_avatar);
    head->addLayout(names, 1);
    head->setAlignment(names, Qt::AlignVCenter);
    m_close = new IconButton(theme, u"close"_s, body);
    m_close->setObjectName(u"contact.close"_s);
    m_close->setIconSize(16);
    connect(m_close, &IconButton::clicked, this, &ContactPanel::closeRequested);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    m_sections = new QVBoxLayout;
    m_sections->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_sections);
    addSections(*column, body);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void ContactPanel::addSections(QVBoxLayout &column, QWidget *body)
{
    auto &theme = m_context.theme;
    const auto section = [&](int space) {
        column.addSpacing(space);
        auto *label = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Muted, body);
        column.addWidget(label);
        column.addSpacing(Theme::Grid);
        return label;
    };
    m_aboutTitle = section(5 * Theme::Grid);
    m_facts = new QVBoxLayout;
    m_facts->setSpacing(0);
    column.addLayout(m_facts);
    m_owner = new OwnerRow(m_context, body);
    column.addWidget(m_owner);
    column.addSpacing(2 * Theme::Grid);
    m_merge = new MergeCard(theme, body);
    column.addWidget(m_merge);
    m_mediaTitle = section(5 * Theme::Grid);
    m_grid = new MediaGrid(theme, body);
    column.addWidget(m_grid);
    m_all = new QPushButton(body);
    m_all->setObjectName(u"contact.media.all"_s);
    m_all->setProperty("role", u"link"_s);
    m_all->setCursor(Qt::PointingHandCursor);
    column.addWidget(m_all, 0, Qt::AlignLeading);
    column.addSpacing(2 * Theme::Grid);
    m_mediaCounts = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, body);
    m_mediaCounts->setWordWrap(true);
    column.addWidget(m_mediaCounts);
    m_historyNote = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, body);
    m_historyNote->setWordWrap(true);
    column.addSpacing(Theme::Grid);
    column.addWidget(m_historyNote);
    column.addSpacing(5 * Theme::Grid);
    m_care = new CustomerCare(theme, m_context.clock, body);
    column.addWidget(m_care);
}

void ContactPanel::addSection(QWidget *section)
{
    m_sections->addSpacing(5 * Theme::Grid);
    m_sections->addWidget(section);
}

void ContactPanel::connectParts()
{
    connect(m_grid, &MediaGrid::chosen, this, &ContactPanel::openMedia);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_grid->setAll(!m_grid->showsAll());
        showCounts();
    });
    connect(m_owner, &OwnerRow::done, this, &ContactPanel::done);
    connect(m_merge, &MergeCard::mergeRequested, this, [this](const ContactSuggestion &other) { m_actions.merge(m_row, other); });
    connect(m_merge, &MergeCard::keepApartRequested, this, [this](const ContactSuggestion &other) { m_actions.keepApart(m_row.contactId, other.other); });
    connect(m_merge, &MergeCard::openRequested, this, &ContactPanel::openRequested);
    connect(m_care, &CustomerCare::blockRequested, this, [this] { Q_EMIT blockRequested(m_row); });
    connect(m_care, &CustomerCare::unblockRequested, this, [this] { m_actions.unblock(m_row); });
    connect(m_care, &CustomerCare::takeApartRequested, this, [this] { m_actions.takeApart(m_row); });
    connect(&m_actions, &CustomerActions::contactsChanged, this, &ContactPanel::load);
}

void ContactPanel::setConversation(const ConversationRow &row)
{
    const bool another = row.id != m_row.id;
    m_row = row;
    if (!another) {
        showContact();
        return;
    }
    m_contact = {};
    m_contact.id = row.contactId;
    m_media = {};
    m_shared.clear();
    m_grid->setMedia({});
    m_grid->setAll(false);
    m_merge->setSuggestions({});
    showContact();
    showCounts();
    load();
}

void ContactPanel::clear()
{
    ++m_generation;
    m_row = {};
    m_contact = {};
    m_grid->setMedia({});
}

void ContactPanel::applyChanges(const Changes &changes)
{
    if (m_row.id && (changes.conversations.contains(m_row.id) || changes.media) && !m_pause.isActive()) m_pause.start();
}

void ContactPanel::load()
{
    if (!m_row.id || !isVisible()) return;
    const auto asked = ++m_generation;
    onFinished(this, m_context.store.conversations().contact(m_row.contactId), [this, asked](const auto &contact) {
        if (asked != m_generation || !contact) return;
        m_contact = *contact;
        showContact();
    });
    onFinished(this, m_context.store.messages().mediaOf(m_row.id, mediaLooked), [this, asked](const auto &media) {
        if (asked == m_generation && media) showMedia(*media);
    });
    onFinished(this, m_context.store.contacts().suggestions(m_row.contactId), [this, asked](const auto &suggestions) {
        if (asked == m_generation && suggestions) m_merge->setSuggestions(*suggestions);
    });
}

void ContactPanel::addFact(const QString &icon, const QString &value, const QString &help, const QString &copy)
{
    if (!value.isEmpty()) m_wantedFacts.append({icon, value, help, copy});
}

void ContactPanel::showFacts()
{
    // A message that arrives changes the row, rarely these lines.
    if (m_wantedFacts == m_shownFacts) return;
    m_shownFacts = m_wantedFacts;
    while (auto *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &fact : std::as_const(m_shownFacts)) {
        m_facts->addWidget(new FactRow(m_context.theme, fact.at(0), fact.at(1), fact.at(2), fact.at(3), this));
    }
}

void ContactPanel::showContact()
{
    if (!m_row.id) return;
    m_avatar->set(m_row.title, m_row.contactId.value, m_row.coexistence);
    m_name->setText(Format::identity(m_row.title));
    const bool profileDiffers = !m_contact.profileName.isEmpty() && m_contact.profileName != m_row.title;
    m_otherName->setText(profileDiffers ? tr("Calls themself %1").arg(m_contact.profileName) : QString());
    m_otherName->setVisible(profileDiffers);
    m_wantedFacts.clear();
    for (const auto &phone : std::as_const(m_contact.phones)) addFact(u"phone"_s, Format::phone(phone), tr("Phone number"), u'+' + phone);
    for (const auto &name : std::as_const(m_contact.usernames)) addFact(u"at"_s, u'@' + name, tr("Username"), name);
    for (const auto &id : std::as_const(m_contact.bsuids)) addFact(u"id"_s, id, tr("Business-scoped user id"), id);
    if (m_contact.phones.isEmpty() && m_contact.usernames.isEmpty() && m_contact.bsuids.isEmpty()) {
        addFact(u"id"_s, Format::identity(m_row.identity), tr("Identity"), m_row.identity);
    }
    if (!m_contact.bookName.isEmpty()) addFact(u"contact-card"_s, tr("In the phone’s contacts"), tr("%1 in the phone’s contact book").arg(m_contact.bookName));
    if (const auto *number = m_numbers.find(m_row.numberId)) {
        addFact(number->coexistence ? u"badge"_s : u"chat"_s, tr("via %1").arg(Format::numberName(*number)),
            number->coexistence ? tr("Number shared with the WhatsApp Business app") : tr("Number"));
    }
    if (m_contact.firstSeenAt) addFact(u"calendar"_s, tr("First contact %1").arg(Format::date(*m_contact.firstSeenAt)), {});
    addFact(u"clock"_s, Format::windowText(m_row.windowExpiresAt, m_context.clock.now()), {});
    showFacts();
    m_owner->set(m_contact.id, m_contact.owner);
    m_care->set(m_row, m_contact);
    m_historyNote->setText(m_row.historyStartsAt ? tr("Messages since %1.").arg(Format::date(*m_row.historyStartsAt)) : QString());
    m_historyNote->setVisible(m_row.historyStartsAt.has_value());
}

void ContactPanel::showMedia(const QList<Message> &media)
{
    m_media = {};
    m_shared = media;
    m_mediaCut = media.size() >= mediaLooked;
    for (const auto &message : media) {
        if (message.media.state == MediaState::Over14Days) ++m_media.onPhone;
        else if (message.type == "image"_L1 || message.type == "sticker"_L1) ++m_media.pictures;
        else if (message.type == "video"_L1) ++m_media.videos;
        else if (message.type == "audio"_L1) ++m_media.audio;
        else if (message.type == "document"_L1) ++m_media.documents;
    }
    m_grid->setMedia(media);
    showCounts();
}

void ContactPanel::showCounts()
{
    QStringList parts;
    if (m_media.pictures > 0) parts.append(tr("%n picture(s)", nullptr, m_media.pictures));
    if (m_media.videos > 0) parts.append(tr("%n video(s)", nullptr, m_media.videos));
    if (m_media.audio > 0) parts.append(tr("%n recording(s)", nullptr, m_media.audio));
    if (m_media.documents > 0) parts.append(tr("%n document(s)", nullptr, m_media.documents));
    if (m_media.onPhone > 0) parts.append(tr("%n older than 14 days, on the phone", nullptr, m_media.onPhone));
    for (auto &part : parts) part.replace(u' ', QChar(QChar::Nbsp)); // a count and its noun stay on one line
    auto text = parts.isEmpty() ? tr("Nothing shared yet") : parts.join(u" · "_s);
    if (m_mediaCut) text = tr("Newest: %1").arg(text);
    m_mediaCounts->setText(text);
    m_grid->setVisible(m_grid->count() > 0);
    m_all->setText(m_grid->showsAll() ? tr("Show fewer") : tr("Show %n more", nullptr, m_grid->hidden()));
    m_all->setVisible(m_grid->showsAll() || m_grid->hidden() > 0);
}

void ContactPanel::openMedia(const Message &message)
{
    const auto cursorOf = [](const Message &m) { return MessageCursor{toEpochMillis(m.timestamp), m.id}; };
    if (message.type != "image"_L1 && message.type != "video"_L1) {
        Q_EMIT jumpTo(cursorOf(message));
        return;
    }
    const QList<Message> oldestFirst(m_shared.crbegin(), m_shared.crend());
    auto *box = Lightbox::open(m_context.theme, window(), oldestFirst, message.id);
    if (!box) {
        Q_EMIT jumpTo(cursorOf(message));
        return;
    }
    connect(box, &Lightbox::problem, this, &ContactPanel::problem);
    connect(box, &Lightbox::goToMessage, this, [this, oldestFirst, cursorOf](MessageId id) {
        for (const auto &one : oldestFirst) {
            if (one.id == id) Q_EMIT jumpTo(cursorOf(one));
        }
    });
}

void ContactPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load(); // nothing is asked for while the panel is hidden
}

void ContactPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ContactPanel::retranslate()
{
    m_close->setHelp(tr("Hide the contact"));
    m_aboutTitle->setText(tr("About"));
    m_mediaTitle->setText(tr("Shared media"));
    m_merge->retranslate();
    m_care->retranslate();
    showContact();
    showCounts();
}

} // namespace Tandem
