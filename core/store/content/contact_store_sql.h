#pragma once

#include "core/store/content_stores.h"

namespace Tandem {

class Database;

class ContactStoreSql final : public ContactStore
{
public:
    explicit ContactStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<ContactSuggestion>> suggestions(ContactId id) override;
    FutureResult<bool> dismissSuggestion(ContactId a, ContactId b) override;
    FutureResult<ContactId> merge(ContactId into, ContactId other) override;
    FutureResult<bool> split(ContactId id) override;

private:
    Database &m_db;
};

} // namespace Tandem
