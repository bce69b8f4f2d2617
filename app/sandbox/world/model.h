#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Tandem::Sandbox {

/// Who wrote a message.
enum class Author { Customer, Phone, Api };

struct Message
{
    QString id; ///< wamid
    Author author = Author::Customer;
    qint64 timestamp = 0; ///< seconds, UTC
    QString type = QStringLiteral("text"); ///< the wire's word
    QJsonObject content; ///< the `<type>` object, without media id and url
    QString mediaId; ///< empty when the message carries no file
    QString replyTo; ///< wamid it quotes
    QJsonObject more; ///< what the wire says beside the type's object: context, referral, group_id, errors…
    QString status; ///< sent | delivered | read | played | failed, for what the business sent
    QString opaque; ///< biz_opaque_callback_data, given back with every status
    QMap<QString, QString> reactions; ///< "customer" or "business" to emoji
    bool live = false; ///< written after linking; false: part of the scenario's past
    bool edited = false;
    bool revoked = false;
    bool withheld = false; ///< inbound: the platform has only told 131060 so far
    int failsWith = 0; ///< by the API: accepted, then reported as failed with this code
    bool seen = false; ///< inbound: the business marked it read through the API
    bool changed = false; ///< a past message that later events touched, so that it is kept in the state file
};

struct Customer
{
    QString phone; ///< digits; empty when only the username is known
    QString userId; ///< business-scoped user id
    QString parentUserId; ///< the id across a business's portfolios, when it has one
    QString wasKey; ///< how the scenario knew this customer before the number or the id changed
    QString username; ///< with the @, or empty
    QString name;
    QString language; ///< en | zh | es | pt | ar
    bool inAddressBook = false; ///< the owner saved this contact on the phone
    bool created = false; ///< not part of the scenario; kept in the state file

    [[nodiscard]] const QString &key() const { return phone.isEmpty() ? userId : phone; }
};

struct Thread
{
    Customer customer;
    QList<Message> messages; ///< oldest first
    qint64 lastInboundMs = 0; ///< last customer message after linking; opens the 24-hour window
    qint64 freeEntryUntilMs = 0; ///< 72 hours from a message that came by an advertisement
    qint64 typingUntilMs = 0; ///< the business is seen typing until then
    bool blocked = false; ///< by the business
    bool blocksBusiness = false; ///< by the customer
    bool stoppedMarketing = false;
};

/// One business number: on the owner's phone, and on the API once it is linked.
struct Account
{
    QString phoneNumberId;
    QString wabaId;
    QString businessId;
    QString digits; ///< 15550783881
    QString display; ///< +1 555-078-3881
    QString name;
    QString website;
    bool linked = false;
    bool offboarded = false; ///< the owner changed phones; API suspended until it reconnects
    qint64 createdMs = 0; ///< the scenario's past ends here
    qint64 onboardedMs = 0; ///< wall clock of the link
    bool sharesHistory = true;
    bool contactsRequested = false; ///< smb_app_data is spent for smb_app_state_sync
    bool historyRequested = false; ///< smb_app_data is spent for history
    bool subscribed = false; ///< POST /{waba}/subscribed_apps
    QString subscribedApp;
    QString overrideUrl;
    int perSecond = 5;
    QList<Thread> threads;
    QHash<QString, int> threadByKey; ///< phone and user id
    QHash<QString, int> threadByMessage; ///< wamid
};

struct Token
{
    QString value;
    QString appId;
    QString wabaId;
    qint64 issuedMs = 0;
    bool revoked = false;
};

struct Code
{
    QString value;
    QString wabaId;
    qint64 issuedMs = 0;
};

/// One run of the sign-up pages.
struct Signup
{
    QString id;
    QString step = QStringLiteral("login"); ///< login, number, scan, phone, business, confirm, linking, done, cancelled
    QString digits;
    QString scanCode; ///< what the QR code holds; renewed
    qint64 scanCodeMs = 0;
    QString phoneNumberId;
    QString code;
    QString appId;
    QString redirectUri;
    QString state;
    qint64 startedMs = 0;
};

} // namespace Tandem::Sandbox
