#include "ui/team/pickers/label_picker.h"

#include "ui/models/team/team_desk.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

enum Kind { Known, Create, Manage };
constexpr int longestName = 40;
constexpr int colors = 6; ///< of Theme::stripe

} // namespace

LabelPicker::LabelPicker(Theme &theme, TeamDesk &desk, const ConversationRow &row, QWidget *parent)
    : PickPopup(theme, tr("Labels"), parent), m_desk(desk), m_row(row), m_labels(row.labels)
{
    setObjectName(u"labelPicker"_s);
    setPlaceholder(desk.directory().isLead() ? tr("Find or create a label") : tr("Find a label"));
    connect(&desk.directory(), &TeamDirectory::changed, this, &LabelPicker::fill);
    connect(&desk.actions(), &TeamActions::failed, this, [this] {
        m_row.labels = m_labels; // what was shown at once did not come to be
        fill();
    });
    desk.directory().countLabels();
    fill();
    typed({});
}

void LabelPicker::setRow(const ConversationRow &row)
{
    if (row.id != m_row.id) return;
    m_row = row;
    m_labels = row.labels;
    fill();
}

void LabelPicker::fill()
{
    QList<PickItem> items;
    const auto &directory = m_desk.directory();
    for (const auto &label : directory.labels()) {
        PickItem item;
        item.id = label.id.value;
        item.kind = Known;
        item.text = label.name;
        item.mark = PickItem::Mark::Dot;
        item.color = label.colorIndex;
        if (const int uses = directory.labelUsage().value(label.id); uses > 0) item.detail = QLocale().toString(uses);
        item.checked = m_row.labels.contains(label.id);
        items.append(item);
    }
    setItems(items);
    const auto none = directory.isLead() ? tr("No labels yet. Type a word and press Enter.") : tr("No labels yet. A lead can make some.");
    setHint(items.isEmpty() ? none : tr("Enter puts a label on or takes it off. Esc closes."));
}

void LabelPicker::typed(const QString &text)
{
    PickItem extra;
    const auto name = text.simplified().left(longestName);
    extra.mark = PickItem::Mark::Icon;
    const bool lead = m_desk.directory().isLead();
    if (lead && !name.isEmpty() && !list().hasExactly(name)) {
        extra.kind = Create;
        extra.text = tr("Create “%1”").arg(name);
        extra.icon = u"plus"_s;
    } else if (name.isEmpty() && !m_desk.directory().labels().isEmpty() && lead) {
        extra.kind = Manage;
        extra.text = tr("Names, colours, merging…");
        extra.icon = u"settings"_s;
    }
    list().setExtra(extra);
}

void LabelPicker::take(const PickItem &item)
{
    switch (Kind(item.kind)) {
    case Known: {
        const auto *label = m_desk.directory().label(LabelId{item.id});
        if (!label) return;
        const bool on = !m_row.labels.contains(label->id);
        m_desk.actions().setLabel(m_row, *label, on);
        // Shown at once; the row that comes back says the same.
        if (on) m_row.labels.append(label->id);
        else m_row.labels.removeAll(label->id);
        fill();
        return;
    }
    case Create: {
        m_desk.actions().createLabel(m_row, query().simplified().left(longestName), int(m_desk.directory().labels().size()) % colors);
        close();
        return;
    }
    case Manage:
        Q_EMIT manageRequested();
        close();
        return;
    }
}

} // namespace Tandem
