#include "ui/timeline/bubbles/content/cards/people_part.h"

#include "ui/format/phone_text.h"
#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr int MaxPeople = 6;
constexpr qreal Face = Theme::Grid * 9;
constexpr qreal Indent = Face + 10;

void addPerson(BubbleStack &stack, const ContentPerson &person, int index)
{
    const auto &style = stack.style();
    const auto top = stack.y();
    const qreal room = stack.limit() - Indent;
    auto name = stack.shape(person.name, style.strong, room, 2);
    auto detail = stack.shape(person.detail, style.small, room, 2);
    stack.addAvatar({QRectF(0, top, Face, Face), Format::initials(person.name), qint64(qHash(person.name) % 97)});
    stack.skip(std::max(0.0, std::floor((Face - name.height - detail.height) / 2)));
    stack.place(std::move(name), Indent, Theme::Color::Text);
    stack.place(std::move(detail), Indent, Theme::Color::Muted);
    stack.moveTo(std::max(stack.y(), top + Face) + 2);
    qreal x = Indent;
    if (!person.phone.isEmpty()) x += stack.addButton(Words::tr("Message"), BubbleAction::StartChat, x, false, index) + 20;
    x += stack.addButton(Words::tr("Save the contact"), BubbleAction::SaveContact, x, false, index);
    stack.skip(stack.buttonHeight());
    stack.setOpenLine(x);
}

} // namespace

using Color = Theme::Color;

void PeoplePart::add(BubbleStack &stack) const
{
    const auto &people = stack.content().people;
    const auto shown = std::min<qsizetype>(people.size(), MaxPeople);
    stack.gap(BubbleStyle::Gap + 2);
    for (int i = 0; i < shown; ++i) {
        if (i > 0) {
            stack.addBox({QRectF(0, stack.y() + 3, 0, 1), 0, Color::Text, 0.1, false, true});
            stack.skip(BubbleStyle::Gap * 2);
        }
        addPerson(stack, people.at(i), i);
    }
    const int more = int(people.size() - shown);
    if (more > 0) stack.setOpenLine(std::nullopt);
    if (more > 0) stack.place(stack.shape(Words::tr("and %n more", nullptr, more), stack.style().small, stack.limit(), 1), 0, Color::Muted);
}

} // namespace Tandem
