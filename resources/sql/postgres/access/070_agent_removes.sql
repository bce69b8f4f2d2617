SELECT tandem_allow('agent', 'DELETE', v.tbl, '', v.condition)
FROM (VALUES
    -- Emptied by a merge: what it held lies in another conversation now.
    ('conversations', 'number_id = @mine AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = conversations.id)
        AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.conversation_id = conversations.id)'),
    -- Cancelled before it ever left.
    ('messages', 'number_id = @mine AND source = ''send'' AND wamid IS NULL
        AND EXISTS (SELECT 1 FROM outbox o WHERE o.id = messages.outbox_id AND o.state = ''cancelled'' AND o.attempts = 0)'),
    ('message_media', 'number_id = @mine AND EXISTS (SELECT 1 FROM messages m JOIN outbox o ON o.id = m.outbox_id
        WHERE m.id = message_media.message_id AND m.source = ''send'' AND m.wamid IS NULL AND o.state = ''cancelled'' AND o.attempts = 0)'),
    ('message_facts', 'number_id = @mine AND kind = ''reaction'' AND EXISTS (SELECT 1 FROM outbox o
        WHERE ''outbox|'' || o.client_id = message_facts.fact_key AND o.number_id = message_facts.number_id AND o.state IN (''cancelled'', ''failed''))'),
    ('message_search', 'number_id = @mine AND EXISTS (SELECT 1 FROM messages m WHERE m.id = message_search.message_id AND m.source = ''send'' AND m.direction = ''out'')'),
    ('drafts', 'agent_id = @me AND number_id = @mine'),
    ('commands', 'number_id = @mine AND state = ''queued'''),
    ('canned_replies', 'owner_id = @me OR (owner_id IS NULL AND @leads)'),
    ('conversation_labels', 'number_id = @mine'),
    ('note_mentions', 'EXISTS (SELECT 1 FROM notes n WHERE n.id = note_mentions.note_id AND n.author_id = @me)'),
    ('saved_views', 'owner_id = @me OR (shared = 1 AND @leads)'),
    ('presence', 'agent_id = @me OR (seen_ms < tandem_clock_ms() - 60000 AND @me IS NOT NULL)'),
    ('conversation_presence', 'agent_id = @me OR (viewing_until_ms < tandem_clock_ms() AND lock_until_ms < tandem_clock_ms() AND number_id = @mine)')
) v (tbl, condition)
