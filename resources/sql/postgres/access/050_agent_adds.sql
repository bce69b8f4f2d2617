-- What agents may add: what their own desk writes. Ids are left to the database but where a batch must know them, and those were given out.
SELECT tandem_allow('agent', 'INSERT', v.tbl, v.columns, v.condition)
FROM (VALUES
    ('contacts', 'id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text', 'number_id = @mine AND tandem_taken(''contacts'', id)'),
    -- Only to a person who is new: a number added to a known customer would draw colleagues' answers to it.
    ('identities', 'number_id, kind, value, contact_id', 'number_id = @mine AND kind IN (''phone'', ''bsuid'')
        AND EXISTS (SELECT 1 FROM contacts k WHERE k.id = identities.contact_id AND k.number_id = identities.number_id)
        AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.contact_id = identities.contact_id)'),
    ('conversations', 'id, number_id, contact_id, state, read_ms, forced_unread, draft, sort_ms, unread, preview_text, preview_type, preview_direction, preview_origin,
        preview_status, preview_revoked, customer_waiting, answered_on_phone, has_failed', 'number_id = @mine AND tandem_taken(''conversations'', id)
        AND unread = 0 AND customer_waiting = 0 AND window_from_ms IS NULL
        AND EXISTS (SELECT 1 FROM contacts k WHERE k.id = conversations.contact_id AND k.number_id = conversations.number_id)'),
    -- The type is also a key of the request beside the recipient: only those that are types.
    ('outbox', 'client_id, number_id, conversation_id, to_phone, to_bsuid, type, text, reply_to, content, priority, state, attempts, queued_ms, not_before_ms, error_code,
        error_text, confirmed_stale, author, author_id, hold, media, media_sha256, heard_ms', 'number_id = @mine AND author_id = @me AND state = ''queued'' AND attempts = 0
        AND wamid IS NULL AND in_flight_ms IS NULL AND media_id = '''' AND fence = 0 AND error_code = 0 AND confirmed_stale = 0 AND @fits
        AND type IN (''text'', ''image'', ''video'', ''audio'', ''document'', ''sticker'', ''location'', ''contacts'', ''interactive'', ''template'', ''reaction'')
        AND EXISTS (SELECT 1 FROM conversations c JOIN contacts k ON k.id = c.contact_id OR k.merged_into = c.contact_id JOIN identities i ON i.contact_id = k.id
            WHERE c.id = outbox.conversation_id AND ((i.kind = ''phone'' AND i.value = outbox.to_phone) OR (i.kind = ''bsuid'' AND i.value = outbox.to_bsuid)))'),
    ('messages', 'id, number_id, conversation_id, timestamp_ms, direction, origin, source, status, base_status, type, content_rank, revoked, failure_seen, text, payload,
        reply_to, author, outbox_id', 'number_id = @mine AND tandem_taken(''messages'', id) AND direction = ''out'' AND source = ''send'' AND origin IN (''agent'', ''campaign'')
        AND status = ''queued'' AND base_status = ''queued'' AND revoked = 0 AND wamid IS NULL AND outbox_id IS NOT NULL AND @fits'),
    ('message_media', '', 'number_id = @mine AND state = ''available'' AND media_id = '''' AND url = '''' AND @fits
        AND EXISTS (SELECT 1 FROM messages m JOIN outbox o ON o.id = m.outbox_id WHERE m.id = message_media.message_id AND m.number_id = message_media.number_id
            AND m.conversation_id = message_media.conversation_id AND m.source = ''send'' AND o.author_id = @me AND o.media_sha256 = message_media.stored_sha256)'),
    ('message_facts', '', 'number_id = @mine AND kind = ''reaction'' AND EXISTS (SELECT 1 FROM outbox o WHERE ''outbox|'' || o.client_id = message_facts.fact_key
        AND o.number_id = message_facts.number_id AND o.type = ''reaction'' AND CAST(o.content AS jsonb) ->> ''message_id'' = message_facts.wamid
        AND CAST(message_facts.body AS jsonb) = jsonb_build_object(''out'', true, ''emoji'', CAST(o.content AS jsonb) -> ''emoji''))'),
    ('message_search', '', '(entry & ((CAST(1 AS bigint) << 30) - 1)) = message_id AND EXISTS (SELECT 1 FROM messages m WHERE m.id = message_search.message_id
        AND m.number_id = message_search.number_id AND m.source = ''send'' AND m.direction = ''out'')'),
    ('changes', 'writer, body', '@me IS NOT NULL AND length(body) < 1000000'),
    ('dismissed_suggestions', '', 'number_id = @mine'),
    ('drafts', '', 'agent_id = @me AND number_id = @mine AND @fits'),
    ('template_values', '', 'agent_id = @me AND waba_id IN (SELECT n.waba_id FROM numbers n)'),
    ('commands', 'number_id, kind, target, body, state, attempts, created_ms, error_code, error_text', 'number_id = @mine AND state = ''queued'' AND attempts = 0'),
    ('canned_replies', 'shortcut, title, body, attachments, updated_ms, owner_id', 'owner_id = @me OR (owner_id IS NULL AND @leads)'),
    ('conversation_labels', '', 'number_id = @mine AND @fits'),
    ('notes', 'number_id, conversation_id, author_id, text, created_ms', 'number_id = @mine AND author_id = @me AND @fits'),
    ('note_mentions', 'note_id, agent_id, number_id', 'EXISTS (SELECT 1 FROM notes n WHERE n.id = note_mentions.note_id AND n.author_id = @me AND n.number_id = note_mentions.number_id)'),
    ('saved_views', 'owner_id, shared, name, position, condition', 'owner_id = @me'),
    ('presence', '', 'agent_id = @me'),
    ('conversation_presence', '', 'agent_id = @me AND number_id = @mine AND @fits'),
    ('media_chunks', '', '@me IS NOT NULL AND length(bytes) <= 1048576')
) v (tbl, columns, condition)
WHERE to_regclass('public.' || v.tbl) IS NOT NULL
