#pragma once

#include "ui/composer/drafts/draft_keeper.h"

#include <QJsonArray>

namespace Tandem {

class UserSettings;

/// Drafts that the store could not take, with the profile until it can; they survive a restart. Words and quote only: files
/// are the store's. Each belongs to one workspace (`place`: Store::place). GUI thread.
class SpareDrafts
{
public:
    SpareDrafts(UserSettings &settings, QString place) : m_settings(settings), m_place(std::move(place)) {}

    struct Spare
    {
        Draft draft; ///< an empty one: it was sent or deleted, and the store doesn't know yet
        QString stored; ///< the words that the store had when it was last seen
    };
    void keep(const DraftKey &key, const Spare &spare);
    void drop(const DraftKey &key);
    [[nodiscard]] std::optional<Spare> find(const DraftKey &key) const;

private:
    [[nodiscard]] QJsonArray all() const;
    [[nodiscard]] QJsonArray without(const DraftKey &key) const;
    [[nodiscard]] bool isOf(const QJsonValue &one, const DraftKey &key) const;
    void store(const QJsonArray &all);

    UserSettings &m_settings;
    const QString m_place;
};

} // namespace Tandem
