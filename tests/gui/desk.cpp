#include "tests/gui/desk.h"

#include "ui/models/conversation_list_model.h"

using namespace Qt::StringLiterals;

namespace Tandem::Testing {

bool Desk::loaded()
{
    return QTest::qWaitFor([this] { return model().rowCount() > 0; });
}

bool Desk::open(const QString &title)
{
    window->openConversation(sample.conversation(title).id);
    return QTest::qWaitFor([&] { return current().row().title == title; });
}

AccountEvent Desk::removedByPartner() const
{
    AccountEvent removed;
    removed.number = sample.shenzhen;
    removed.field = u"account_update"_s;
    removed.event = u"PARTNER_REMOVED"_s;
    removed.reason = u"ACCOUNT_DISCONNECTED"_s;
    removed.initiatedBy = u"USER"_s;
    removed.timestamp = fromEpochSeconds(SampleInbox::Now);
    return removed;
}

BudgetSnapshots Desk::budget()
{
    BudgetSnapshot b;
    b.phoneNumberId = u"600000000000001"_s;
    b.used = 2;
    b.phone = 1;
    b.reserve = 1;
    return {b};
}

} // namespace Tandem::Testing
