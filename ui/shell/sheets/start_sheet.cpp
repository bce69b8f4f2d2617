#include "ui/shell/sheets/start_sheet.h"

#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/models/number_list.h"
#include "ui/theme/widgets.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize wanted(460, 348);
constexpr int longest = 200;
constexpr int hitsAsked = 20;

} // namespace

StartSheet::StartSheet(UiContext &context, NumberList &numbers, QWidget *window)
    : Sheet(context.theme, window), m_context(context), m_numbers(numbers)
{
    setObjectName(u"start"_s);
    build();
    connect(&numbers, &NumberList::changed, this, &StartSheet::showNumbers);
    retranslate();
}

void StartSheet::build()
{
    m_toLabel = new ThemedLabel(m_look, Theme::Text::BodyStrong, Theme::Color::Muted, body());
    m_to = new QLineEdit(body());
    m_to->setObjectName(u"start.to"_s);
    m_to->setMaxLength(longest);
    m_toLabel->setBuddy(m_to);
    m_hint = new ThemedLabel(m_look, Theme::Text::Small, Theme::Color::Muted, body());
    m_hint->setObjectName(u"start.hint"_s);
    m_hint->setWordWrap(true);
    m_fromLabel = new ThemedLabel(m_look, Theme::Text::BodyStrong, Theme::Color::Muted, body());
    m_from = new QComboBox(body());
    m_from->setObjectName(u"start.from"_s);
    m_fromLabel->setBuddy(m_from);
    m_note = new ThemedLabel(m_look, Theme::Text::Small, Theme::Color::Muted, body());
    m_note->setWordWrap(true);
    m_go = new QPushButton(body());
    m_go->setObjectName(u"start.go"_s);
    m_go->setProperty("role", u"primary"_s);
    auto *to = new QVBoxLayout;
    to->setSpacing(Theme::Grid);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_toLabel, m_to, m_hint}) to->addWidget(widget);
    auto *from = new QVBoxLayout;
    from->setSpacing(Theme::Grid);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_fromLabel, m_from}) from->addWidget(widget);
    column()->addLayout(to);
    column()->addLayout(from);
    column()->addWidget(m_note);
    column()->addStretch(1);
    column()->addWidget(m_go, 0, Qt::AlignTrailing);
    connect(m_to, &QLineEdit::textChanged, this, &StartSheet::showTyped);
    connect(m_to, &QLineEdit::returnPressed, this, &StartSheet::go);
    connect(m_go, &QPushButton::clicked, this, &StartSheet::go);
}

QSize StartSheet::cardSize() const
{
    return wanted;
}

void StartSheet::start(const QString &digits, const QString &name, NumberId number)
{
    m_wanted = number;
    m_name = name;
    showNumbers();
    m_to->setText(digits.isEmpty() ? QString() : Format::phone(digits));
    showTyped();
    open();
}

void StartSheet::opened()
{
    ++m_generation;
    m_to->setFocus(Qt::ShortcutFocusReason);
    m_to->selectAll();
}

void StartSheet::showNumbers()
{
    const auto kept = m_wanted ? QVariant(m_wanted.value) : m_from->currentData();
    m_from->clear();
    for (const auto &number : m_numbers.numbers()) {
        if (number.state != NumberState::Linked) continue;
        const auto name = Format::numberName(number);
        const auto phone = Format::phone(number.displayPhone);
        m_from->addItem(name == phone ? name : tr("%1 · %2", "name, phone number").arg(name, phone), number.id.value);
    }
    m_from->setCurrentIndex(qMax(0, m_from->findData(kept)));
    m_from->setEnabled(m_from->count() > 1);
    showTyped();
}

void StartSheet::showTyped()
{
    using Kind = Format::TypedPerson::Kind;
    m_person = Format::typedPerson(m_to->text());
    m_hint->setColor(Theme::Color::Muted);
    switch (m_person.kind) {
    case Kind::Nothing: m_hint->setText(tr("With the country code, as +86 138 1234 5678; or a username, as @mei.design.")); break;
    case Kind::Wrong: m_hint->setText(m_person.problem); break; // muted while it is being typed
    case Kind::Phone: m_hint->setText(m_name.isEmpty() ? m_person.shown : tr("%1 · %2", "name, phone number").arg(m_name, m_person.shown)); break;
    case Kind::Username: m_hint->setText(tr("%1, when they have written to you before.").arg(m_person.shown)); break;
    case Kind::Bsuid: m_hint->setText(tr("%1, WhatsApp’s id of a person.").arg(m_person.shown)); break;
    }
    const bool valid = m_person.kind == Kind::Phone || m_person.kind == Kind::Username || m_person.kind == Kind::Bsuid;
    m_go->setEnabled(valid && m_from->count() > 0);
    if (m_from->count() == 0) showProblem(tr("No number is connected. Link one first."));
}

void StartSheet::showProblem(const QString &words)
{
    m_hint->setColor(Theme::Color::Error);
    m_hint->setText(words);
}

void StartSheet::go()
{
    if (!m_go->isEnabled()) {
        if (m_person.kind == Format::TypedPerson::Kind::Wrong) showProblem(m_person.problem);
        return;
    }
    const NumberId number{m_from->currentData().toLongLong()};
    if (m_person.kind == Format::TypedPerson::Kind::Username) {
        findUsername(number, m_person.peer.username);
        return;
    }
    auto peer = m_person.peer;
    const auto asked = ++m_generation;
    onFinished(this, m_context.store.conversations().findOrCreate(number, peer), [this, asked](const Result<ConversationId> &id) {
        if (asked != m_generation || !isVisible()) return;
        if (id && *id) finish(*id);
        else if (!id && id.error().code != ErrorCode::Cancelled) showProblem(id.error().text);
    });
}

void StartSheet::findUsername(NumberId number, const QString &username)
{
    // The platform takes phone numbers and its own ids as addresses, usernames only once they came with one of them.
    const auto asked = ++m_generation;
    onFinished(this, m_context.store.conversations().search(username, std::nullopt, hitsAsked), [this, asked, number, username](const Result<SearchPage> &page) {
        if (asked != m_generation || !isVisible()) return;
        if (page) tryHits(page->contacts, number, username, asked);
        else if (page.error().code != ErrorCode::Cancelled) showProblem(page.error().text);
    });
}

void StartSheet::tryHits(QList<SearchHit> hits, NumberId number, const QString &username, quint64 asked)
{
    if (hits.isEmpty()) {
        showProblem(tr("@%1 has not written to this number yet. WhatsApp lets a business write first only to a phone number.").arg(username));
        return;
    }
    const auto id = hits.takeFirst().conversationId;
    ConversationFilter all;
    all.state.reset();
    all.number = number;
    onFinished(this, m_context.store.conversations().rows({id}, all), [this, hits, number, username, asked](const auto &answer) {
        if (asked != m_generation || !isVisible()) return;
        if (!answer || answer->rows.isEmpty() || !answer->matches.value(0)) return tryHits(hits, number, username, asked);
        const auto row = answer->rows.first();
        onFinished(this, m_context.store.conversations().contact(row.contactId), [this, row, hits, number, username, asked](const Result<Contact> &contact) {
            if (asked != m_generation || !isVisible()) return;
            if (contact && contact->usernames.contains(username, Qt::CaseInsensitive)) finish(row.id);
            else tryHits(hits, number, username, asked);
        });
    });
}

void StartSheet::finish(ConversationId id)
{
    close();
    Q_EMIT openRequested(id);
}

void StartSheet::retranslate()
{
    setTitle(tr("New conversation"));
    m_toLabel->setText(tr("Phone number or username"));
    m_to->setAccessibleName(m_toLabel->text());
    m_fromLabel->setText(tr("From"));
    m_from->setAccessibleName(tr("Write from this number"));
    m_note->setText(tr("The first message of a business is a template. Once they answer, you can write freely for 24 hours."));
    m_go->setText(tr("Open"));
    showTyped();
}

} // namespace Tandem
