#include "ui/composer/drafts/spare_drafts.h"

#include "core/settings/user_settings.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tandem {

QJsonArray SpareDrafts::all() const { return QJsonDocument::fromJson(m_settings.text(UserSettings::Key::KeptDrafts).toUtf8()).array(); }

bool SpareDrafts::isOf(const QJsonValue &one, const DraftKey &key) const
{
    return one["place"_L1].toString() == m_place && one["conversation"_L1].toInteger() == key.id.value && one["mode"_L1].toInt() == int(key.mode);
}

QJsonArray SpareDrafts::without(const DraftKey &key) const
{
    QJsonArray others;
    const auto known = all();
    for (const auto &one : known) {
        if (!isOf(one, key)) others.append(one);
    }
    return others;
}

void SpareDrafts::store(const QJsonArray &all)
{
    m_settings.setValue(UserSettings::Key::KeptDrafts, all.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

void SpareDrafts::keep(const DraftKey &key, const Spare &spare)
{
    auto all = without(key);
    all.append(QJsonObject{{u"place"_s, m_place}, {u"conversation"_s, key.id.value}, {u"mode"_s, int(key.mode)}, {u"text"_s, spare.draft.text}, {u"quote"_s, spare.draft.replyToWamid},
        {u"stored"_s, spare.stored}});
    store(all);
}

void SpareDrafts::drop(const DraftKey &key)
{
    if (find(key)) store(without(key));
}

std::optional<SpareDrafts::Spare> SpareDrafts::find(const DraftKey &key) const
{
    const auto known = all();
    for (const auto &one : known) {
        if (isOf(one, key)) return Spare{{one["text"_L1].toString(), one["quote"_L1].toString(), {}, {}}, one["stored"_L1].toString()};
    }
    return std::nullopt;
}

} // namespace Tandem
