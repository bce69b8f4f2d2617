-- What agents may change; triggers (guard_*) look at what it becomes.
SELECT tandem_allow('agent', 'UPDATE', v.tbl, v.columns, v.condition)
FROM (VALUES
    ('contacts', 'contact_key, display_name, identity, book_name, profile_name, search_text, merged_into, blocked_ms, owner_id', 'number_id = @mine'),
    ('conversations', 'state, read_ms, forced_unread, unread_from_ms, draft, sort_ms, last_message_ms, last_message_id, first_message_ms, newest_out_ms, window_from_ms, unread,
        preview_text, preview_type, preview_direction, preview_origin, preview_status, preview_revoked, customer_waiting, answered_on_phone, has_failed,
        assignee_id, team_id, assigned_ms, last_agent_id, snooze_until_ms', 'number_id = @mine'),
    ('messages', '', 'number_id = @mine AND @fits'),
    ('message_media', 'conversation_id, timestamp_ms, state, error, attempts, due_ms', 'number_id = @mine AND @fits'),
    ('message_facts', 'timestamp_ms, body', 'number_id = @mine AND kind = ''reaction'' AND EXISTS (SELECT 1 FROM outbox o WHERE ''outbox|'' || o.client_id = message_facts.fact_key
        AND o.number_id = message_facts.number_id AND o.type = ''reaction'' AND CAST(message_facts.body AS jsonb) = jsonb_build_object(''out'', true, ''emoji'', CAST(o.content AS jsonb) -> ''emoji''))'),
    ('message_search', 'tokens', 'EXISTS (SELECT 1 FROM messages m WHERE m.id = message_search.message_id AND m.source = ''send'' AND m.direction = ''out'')'),
    ('outbox', 'conversation_id, state, hold, queued_ms, not_before_ms, done_ms, wamid, error_code, error_text, confirmed_stale, media_id, heard_ms', 'number_id = @mine AND @fits'),
    ('drafts', 'conversation_id, text, reply_to, attachments, updated_ms', 'agent_id = @me AND number_id = @mine AND @fits'),
    ('template_values', 'body', 'agent_id = @me'),
    ('canned_replies', 'shortcut, title, body, attachments, updated_ms, owner_id', 'owner_id = @me OR (owner_id IS NULL AND @leads)'),
    ('agents', 'display_name, away', 'id = @me OR @admin'),
    ('notes', 'conversation_id, number_id, text, edited_ms, deleted_ms, deleted_by', 'number_id = @mine AND @fits'),
    ('note_mentions', 'seen_ms', 'agent_id = @me AND number_id = @mine'),
    ('saved_views', 'shared, name, position, condition', 'owner_id = @me OR (shared = 1 AND @leads)'),
    ('presence', 'seen_ms', 'agent_id = @me'),
    ('conversation_presence', 'viewing_until_ms, typing_until_ms, lock_until_ms', 'agent_id = @me AND number_id = @mine')
) v (tbl, columns, condition)
WHERE to_regclass('public.' || v.tbl) IS NOT NULL
