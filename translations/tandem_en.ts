<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Format</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GatewayApplication</name>
        <message numerus="yes">
            <source>%n problem(s) found.</source>
            <translation>
                <numerusform>%n problem found.</numerusform>
                <numerusform>%n problems found.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::AgentCard</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open conversation(s) go back to nobody.</source>
            <translation>
                <numerusform>%n open conversation goes back to nobody.</numerusform>
                <numerusform>%n open conversations go back to nobody.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::AssigneePicker</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::AuditPage</name>
        <message numerus="yes">
            <source>%n line(s) exported</source>
            <translation>
                <numerusform>%n line exported</numerusform>
                <numerusform>%n lines exported</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::AwayBanner</name>
        <message numerus="yes">
            <source>%n reply(ies) kept</source>
            <translation>
                <numerusform>%n reply kept</numerusform>
                <numerusform>%n replies kept</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reply(ies) typed while the server was away did not go: “%1”</source>
            <translation>
                <numerusform>%n reply typed while the server was away did not go: “%1”</numerusform>
                <numerusform>%n replies typed while the server was away did not go: “%1”</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::Bubble</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::ContactPanel</name>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n video(s)</source>
            <translation>
                <numerusform>%n video</numerusform>
                <numerusform>%n videos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recording(s)</source>
            <translation>
                <numerusform>%n recording</numerusform>
                <numerusform>%n recordings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older than 14 days, on the phone</source>
            <translation>
                <numerusform>%n older than 14 days, on the phone</numerusform>
                <numerusform>%n older than 14 days, on the phone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::ConversationListModel</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::DiagnosticsSection</name>
        <message numerus="yes">
            <source>%n delivery(s) are tried again.</source>
            <translation>
                <numerusform>%n delivery is tried again.</numerusform>
                <numerusform>%n deliveries are tried again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::DiskColumn</name>
        <message numerus="yes">
            <source>Files older than %n days</source>
            <translation>
                <numerusform>Files older than %n days</numerusform>
                <numerusform>Files older than %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::DonePage</name>
        <message numerus="yes">
            <source>%n message(s) of the last six months are here.</source>
            <translation>
                <numerusform>%n message of the last six months is here.</numerusform>
                <numerusform>%n messages of the last six months are here.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::ForwardSheet</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages</source>
            <translation>
                <numerusform>%n messages</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::Forwarder</name>
        <message numerus="yes">
            <source>Forwarded to %n conversation(s).</source>
            <translation>
                <numerusform>Forwarded to %n conversation.</numerusform>
                <numerusform>Forwarded to %n conversations.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::HistoryColumn</name>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) fetched</source>
            <translation>
                <numerusform>%n file fetched</numerusform>
                <numerusform>%n files fetched</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older than 14 days stay(s) on the phone</source>
            <translation>
                <numerusform>%n older than 14 days stays on the phone</numerusform>
                <numerusform>%n older than 14 days stay on the phone</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::LabelsSheet</name>
        <message numerus="yes">
            <source>%n conversation(s)</source>
            <translation>
                <numerusform>%n conversation</numerusform>
                <numerusform>%n conversations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::MainWindow</name>
        <message numerus="yes">
            <source>It is taken off %n conversation(s). This cannot be undone.</source>
            <translation>
                <numerusform>It is taken off %n conversation. This cannot be undone.</numerusform>
                <numerusform>It is taken off %n conversations. This cannot be undone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n reply(ies) typed while the server was away?</source>
            <translation>
                <numerusform>Send %n reply typed while the server was away?</numerusform>
                <numerusform>Send %n replies typed while the server was away?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Discard %n reply(ies) that did not go?</source>
            <translation>
                <numerusform>Discard %n reply that did not go?</numerusform>
                <numerusform>Discard %n replies that did not go?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::MessageContent</name>
        <message numerus="yes">
            <source>%n contact(s)</source>
            <translation>
                <numerusform>%n contact</numerusform>
                <numerusform>%n contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::MetaAppForm</name>
        <message numerus="yes">
            <source>Take at least %n character(s), or press Generate.</source>
            <translation>
                <numerusform>Take at least %n character, or press Generate.</numerusform>
                <numerusform>Take at least %n characters, or press Generate.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::Notifications</name>
        <message numerus="yes">
            <source>Tandem: %n unread conversation(s)</source>
            <translation>
                <numerusform>Tandem: %n unread conversation</numerusform>
                <numerusform>Tandem: %n unread conversations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new message(s)</source>
            <translation>
                <numerusform>%n new message</numerusform>
                <numerusform>%n new messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 (and %n more)</source>
            <translation>
                <numerusform>%1 (and %n more)</numerusform>
                <numerusform>%1 (and %n more)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::NumberWords</name>
        <message numerus="yes">
            <source>%n message(s) wait.</source>
            <translation>
                <numerusform>%n message waits.</numerusform>
                <numerusform>%n messages wait.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people a day</source>
            <translation>
                <numerusform>%n person a day</numerusform>
                <numerusform>%n people a day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n s ago</source>
            <translation>
                <numerusform>%n s ago</numerusform>
                <numerusform>%n s ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min ago</source>
            <translation>
                <numerusform>%n min ago</numerusform>
                <numerusform>%n min ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h ago</source>
            <translation>
                <numerusform>%n h ago</numerusform>
                <numerusform>%n h ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::PendingRow</name>
        <message numerus="yes">
            <source>Goes in %n second(s): %1</source>
            <translation>
                <numerusform>Goes in %n second: %1</numerusform>
                <numerusform>Goes in %n seconds: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::RepliesSection</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::ReplyEditor</name>
        <message numerus="yes">
            <source>At most %n files.</source>
            <translation>
                <numerusform>At most %n files.</numerusform>
                <numerusform>At most %n files.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::SendMenu</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::SendingColumn</name>
        <message numerus="yes">
            <source>%n a second</source>
            <translation>
                <numerusform>%n a second</numerusform>
                <numerusform>%n a second</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::SignUpPage</name>
        <message numerus="yes">
            <source>This page is shown by Chromium %1, about %n month(s) old. Your browser is newer: you can open the page there instead.</source>
            <translation>
                <numerusform>This page is shown by Chromium %1, about %n month old. Your browser is newer: you can open the page there instead.</numerusform>
                <numerusform>This page is shown by Chromium %1, about %n months old. Your browser is newer: you can open the page there instead.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::StatusLine</name>
        <message numerus="yes">
            <source>%n number(s) connected</source>
            <translation>
                <numerusform>%n number connected</numerusform>
                <numerusform>%n numbers connected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n number(s) connected</source>
            <translation>
                <numerusform>%1 of %n number connected</numerusform>
                <numerusform>%1 of %n numbers connected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n kept for the phone</source>
            <translation>
                <numerusform>%n kept for the phone</numerusform>
                <numerusform>%n kept for the phone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) wait to be sent</source>
            <translation>
                <numerusform>%n message waits to be sent</numerusform>
                <numerusform>%n messages wait to be sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::SyncPage</name>
        <message numerus="yes">
            <source>Meanwhile %n new message(s) arrived in the inbox.</source>
            <translation>
                <numerusform>Meanwhile %n new message arrived in the inbox.</numerusform>
                <numerusform>Meanwhile %n new messages arrived in the inbox.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::TeamsCard</name>
        <message numerus="yes">
            <source>%n person(s) in it lose the numbers they see only by this team.</source>
            <translation>
                <numerusform>%n person in it loses the numbers they see only by this team.</numerusform>
                <numerusform>%n people in it lose the numbers they see only by this team.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::TimelineView</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tandem::ViewCondition</name>
        <message numerus="yes">
            <source>window closes within %n hour(s)</source>
            <translation>
                <numerusform>window closes within %n hour</numerusform>
                <numerusform>window closes within %n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>quiet for %n hour(s)</source>
            <translation>
                <numerusform>quiet for %n hour</numerusform>
                <numerusform>quiet for %n hours</numerusform>
            </translation>
        </message>
    </context>
</TS>
