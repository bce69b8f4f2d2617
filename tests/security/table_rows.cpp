#include "tests/security/team_database.h"

namespace Tandem::Testing {

const QList<TableRows> &tableRows()
{
    static const QList<TableRows> all = {
        {"numbers", true,
            "INSERT INTO numbers VALUES ({k}, 'p{k}', 'w{k}', '+1555{k}', 'Shop {k}', 'linked', 'linked', 0, 1, 0, 20, '', '', '', 0, '', 0, '', '', '', NULL, NULL, NULL, 'none', NULL, NULL, {k})",
            "id = {k}", nullptr},
        {"contacts", true, "INSERT INTO contacts (id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text) VALUES ({k}0, {k}, '49{k}', 'Mia {k}', '+49{k}', '', '', 'mia')",
            "id = {k}0", "INSERT INTO contacts (id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text) SELECT t.id, {k}, '', '', '', '', '', '' FROM tandem_take_ids('contacts', 1) t (id)"},
        {"identities", true, "INSERT INTO identities VALUES ({k}, 'phone', '49{k}', {k}0)", "number_id = {k}", nullptr},
        {"contact_names", true, "INSERT INTO contact_names VALUES ({k}, 'profile', 'phone:49{k}', '', {k}0, 'Mia', 1, 0)", "number_id = {k}", nullptr},
        {"conversations", true,
            "INSERT INTO conversations (id, number_id, contact_id, state, read_ms, forced_unread, draft, sort_ms, unread, preview_text, preview_type, preview_direction, preview_origin, preview_status,"
            " preview_revoked, customer_waiting, answered_on_phone, has_failed) VALUES ({k}0, {k}, {k}0, 'open', 0, 0, '', 1, 1, 'secret {k}', 'text', 'in', 'customer', 'none', 0, 1, 0, 0)",
            "id = {k}0", nullptr},
        {"outbox", true,
            "INSERT INTO outbox (id, client_id, number_id, conversation_id, to_phone, to_bsuid, type, text, reply_to, content, priority, state, attempts, queued_ms, error_code, error_text, confirmed_stale, author,"
            " media_sha256) VALUES ({k}0, 'c{k}', {k}, {k}0, '49{k}', '', 'text', 'secret {k}', '', '{}', 'interactive', 'accepted', 1, 1, 0, '', 0, 'somebody', 'f{k}')",
            "id = {k}0",
            "INSERT INTO outbox (client_id, number_id, conversation_id, to_phone, to_bsuid, type, text, reply_to, content, priority, state, attempts, queued_ms, error_code, error_text, confirmed_stale, author)"
            " VALUES ('mine{k}', {k}, {k}0, '49{k}', '', 'text', 'hello', '', '{}', 'interactive', 'queued', 0, 1, 0, '', 0, '')"},
        {"messages", true,
            "INSERT INTO messages (id, number_id, conversation_id, timestamp_ms, direction, origin, source, status, base_status, type, content_rank, revoked, failure_seen, wamid, text, payload)"
            " VALUES ({k}0, {k}, {k}0, 1000, 'in', 'customer', 'live', 'none', 'none', 'text', 11, 0, 0, 'wamid.{k}', 'secret {k}', '{}')",
            "id = {k}0", nullptr},
        {"message_media", true, "INSERT INTO message_media VALUES ({k}0, {k}, {k}0, 1000, 'available', 'm{k}', '', 'image/png', 'f{k}', '', 0, 0, 'f{k}', 3, '', 0, NULL)", "message_id = {k}0", nullptr},
        {"message_facts", true, "INSERT INTO message_facts VALUES ({k}, 'wamid.{k}', 'status', 'read', 1, '{}')", "number_id = {k}", nullptr},
        {"message_search", true, "INSERT INTO message_search (entry, message_id, tokens, number_id) VALUES ((1 << 30) | {k}0, {k}0, 'secret', {k})", "message_id = {k}0", nullptr},
        {"system_events", true, "INSERT INTO system_events (id, number_id, event_key, contact_id, timestamp_ms, body) VALUES ({k}0, {k}, 'e{k}', {k}0, 1, '{}')", "number_id = {k}", nullptr},
        {"account_facts", true, "INSERT INTO account_facts VALUES ('w{k}', 'p{k}', '', 'account_update', 'x', 1, 'd', 1, '', '', '{}')", "waba_id = 'w{k}'", nullptr},
        {"history_chunks", true, "INSERT INTO history_chunks VALUES ({k}, 0, 1, 100, 5)", "number_id = {k}", nullptr},
        {"dismissed_suggestions", true, "INSERT INTO dismissed_suggestions VALUES ({k}, 'a', 'b')", "number_id = {k}", "INSERT INTO dismissed_suggestions VALUES ({k}, 'c', 'd')"},
        {"templates", true, "INSERT INTO templates VALUES ('w{k}', 'hello', 'en', 'i', 'utility', 'approved', '', '', 0, '[]', 1)", "waba_id = 'w{k}'", nullptr},
        {"template_syncs", true, "INSERT INTO template_syncs VALUES ('w{k}', 1, '')", "waba_id = 'w{k}'", nullptr},
        {"template_values", true, "INSERT INTO template_values VALUES ('w{k}', 'hello', 'en', '{}', 0)", "waba_id = 'w{k}'", "INSERT INTO template_values (waba_id, name, language, body) VALUES ('w{k}', 'hello', 'en', '{}')"},
        {"commands", true, "INSERT INTO commands VALUES ({k}0, {k}, 'mark_read', '{k}0', '{}', 'done', 1, 1, NULL, 1, 0, '')", "id = {k}0",
            "INSERT INTO commands (number_id, kind, target, body, state, attempts, created_ms, error_code, error_text) VALUES ({k}, 'mark_read', '{k}0', '{}', 'queued', 0, 1, 0, '')"},
        {"agents", false, "INSERT INTO agents (id, login, display_name, role, created_ms) VALUES ({k}0000, 'extra{k}', '', 'agent', 1)", "id = {k}0000", nullptr},
        {"teams", false, "INSERT INTO teams VALUES ({k}0000, 'team {k}')", "id = {k}0000", nullptr},
        {"team_members", false, "INSERT INTO team_members VALUES ({k}0000, {k}0000)", "team_id = {k}0000", nullptr},
        {"agent_numbers", false, "INSERT INTO agent_numbers VALUES ({k}0000, {k})", "agent_id = {k}0000", nullptr},
        {"team_numbers", false, "INSERT INTO team_numbers VALUES ({k}0000, {k})", "team_id = {k}0000", nullptr},
        {"labels", false, "INSERT INTO labels VALUES ({k}0000, 'label {k}', 0)", "id = {k}0000", nullptr},
        {"conversation_labels", true, "INSERT INTO conversation_labels VALUES ({k}0, 10000, {k})", "conversation_id = {k}0", "INSERT INTO conversation_labels VALUES ({k}0, 20000, {k})"},
        {"notes", true, "INSERT INTO notes VALUES ({k}0, {k}, {k}0, 10000, 'secret {k}', 1, NULL, NULL)", "id = {k}0",
            "INSERT INTO notes (number_id, conversation_id, text, created_ms) VALUES ({k}, {k}0, 'hm', 1)"},
        {"note_mentions", true, "INSERT INTO note_mentions VALUES ({k}0, 10000, {k}, NULL)", "note_id = {k}0", nullptr},
        {"drafts", true, "INSERT INTO drafts VALUES ({k}0, 10000, {k}, 'reply', 'secret {k}', '', '[]', 1)", "conversation_id = {k}0",
            "INSERT INTO drafts (conversation_id, number_id, mode, text, reply_to, attachments, updated_ms) VALUES ({k}0, {k}, 'reply', 'x', '', '[]', 1)"},
        {"saved_views", false, "INSERT INTO saved_views VALUES ({k}0000, 10000, 0, 'view {k}', 0, '{}')", "id = {k}0000", "INSERT INTO saved_views (shared, name, position, condition) VALUES (0, 'v', 0, '{}')"},
        {"canned_replies", false, "INSERT INTO canned_replies VALUES ({k}0000, '/{k}', '', 'b', '[]', 1, 10000)", "id = {k}0000",
            "INSERT INTO canned_replies (shortcut, title, body, attachments, updated_ms, owner_id) VALUES ('/x', '', 'b', '[]', 1, {me})"},
        {"assignment_rules", false, "INSERT INTO assignment_rules VALUES ({k}0000, 0, {k}, NULL, 'owner', NULL, 1)", "id = {k}0000", nullptr},
        {"presence", false, "INSERT INTO presence VALUES ('s{k}', 10000, 9000000000000000)", "session_id = 's{k}'", "INSERT INTO presence (session_id, seen_ms) VALUES ('mine', 1)"},
        {"conversation_presence", true, "INSERT INTO conversation_presence VALUES ('s{k}', {k}0, {k}, 10000, 9000000000000000, 0, 9000000000000000)", "conversation_id = {k}0",
            "INSERT INTO conversation_presence (session_id, conversation_id, number_id, viewing_until_ms, typing_until_ms, lock_until_ms) VALUES ('mine', {k}0, {k}, 1, 1, 1)"},
        {"audit_log", true, "INSERT INTO audit_log (id, at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail) VALUES ({k}00000, 1, 'x', 'local', 'a.b', 'c', '1', {k}, {k}0, '{}')",
            "id = {k}00000", nullptr},
        {"gateways", false, "INSERT INTO gateways VALUES ('g{k}', 1, 1, '[]')", "name = 'g{k}'", nullptr},
        {"number_leases", true, "INSERT INTO number_leases VALUES ({k}, 'g1', 1, 1)", "number_id = {k}", nullptr},
        {"media_objects", true, "INSERT INTO media_objects VALUES ('f{k}', 3, 'image/png', 24300, 1)", "sha256 = 'f{k}'", nullptr},
        {"media_chunks", true, "INSERT INTO media_chunks VALUES (24300, 'f{k}', 0, 'abc')", "sha256 = 'f{k}'", nullptr},
        {"media_chunks_default", true, nullptr, "sha256 = 'f{k}'", nullptr},
        {"kept_files", false, "INSERT INTO kept_files VALUES ('f{k}', 1)", "sha256 = 'f{k}'", nullptr},
        {"sealed_secrets", false, "INSERT INTO sealed_secrets VALUES ('token/p{k}', '\\x01', 1)", "name = 'token/p{k}'", nullptr},
        {"deliveries", false, "INSERT INTO deliveries (id, route, digest, received_ms, state, reason, body) VALUES ({k}0, 'meta', 'd', 1, 'applied', '', 'secret')", "id = {k}0", nullptr},
        {"waiting_values", false, "INSERT INTO waiting_values VALUES ({k}0, 'w{k}', 0)", "delivery_id = {k}0", nullptr},
        {"link_requests", false, "INSERT INTO link_requests VALUES ({k}0, 'nonce{k}', 'done', 'none', '', 0, '', 'w{k}', 'p{k}', '[]', 1, 1, 0, 0, '', '')", "id = {k}0", nullptr},
        {"workspace", false, "INSERT INTO workspace VALUES ('setting{k}', 'v')", "name = 'setting{k}'", nullptr},
        {"changes", false, "INSERT INTO changes VALUES ({k}00000, 'w', '{}')", "id = {k}00000", "INSERT INTO changes (writer, body) VALUES ('w', '{}')"},
        {"work_locks", false, "INSERT INTO work_locks VALUES ('number', {k}000)", "id = {k}000", nullptr},
        {"schema_versions", false, nullptr, "version = 1", nullptr},
    };
    return all;
}

} // namespace Tandem::Testing
