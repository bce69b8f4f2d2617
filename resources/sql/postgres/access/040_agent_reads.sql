-- What agents see: rows of their numbers, and what the whole team shares.
SELECT tandem_allow('agent', 'SELECT', v.tbl, v.columns, v.condition)
FROM (VALUES
    ('schema_versions', '', ''),
    ('numbers', '', 'id = @mine'),
    ('contacts', '', 'number_id = @mine'),
    ('identities', '', 'number_id = @mine'),
    ('contact_names', '', 'number_id = @mine'),
    ('conversations', '', 'number_id = @mine'),
    ('messages', '', 'number_id = @mine'),
    ('message_media', '', 'number_id = @mine'),
    ('message_facts', '', 'number_id = @mine'),
    ('message_search', '', 'number_id = @mine'),
    ('account_facts', '', 'CASE WHEN phone_number_id = '''' THEN waba_id IN (SELECT n.waba_id FROM numbers n) ELSE phone_number_id IN (SELECT n.phone_number_id FROM numbers n) END'),
    ('history_chunks', '', 'number_id = @mine'),
    ('outbox', '', 'number_id = @mine'),
    ('workspace', '', '@me IS NOT NULL'),
    ('changes', '', '@me IS NOT NULL'),
    ('dismissed_suggestions', '', 'number_id = @mine'),
    ('drafts', '', 'agent_id = @me AND number_id = @mine'),
    ('templates', '', 'waba_id IN (SELECT n.waba_id FROM numbers n)'),
    ('template_values', '', 'agent_id = @me AND waba_id IN (SELECT n.waba_id FROM numbers n)'),
    ('template_syncs', '', 'waba_id IN (SELECT n.waba_id FROM numbers n)'),
    ('commands', '', 'number_id = @mine'),
    ('canned_replies', '', '(owner_id IS NULL AND @me IS NOT NULL) OR owner_id = @me'),
    ('system_events', '', 'number_id = @mine'),
    ('agents', '', '@me IS NOT NULL'),
    ('teams', '', '@me IS NOT NULL'),
    ('team_members', '', '@me IS NOT NULL'),
    ('agent_numbers', '', '@me IS NOT NULL'),
    ('team_numbers', '', '@me IS NOT NULL'),
    ('labels', '', '@me IS NOT NULL'),
    ('conversation_labels', '', 'number_id = @mine'),
    ('notes', '', 'number_id = @mine'),
    ('note_mentions', '', 'number_id = @mine'),
    ('saved_views', '', 'owner_id = @me OR (shared = 1 AND @me IS NOT NULL)'),
    ('assignment_rules', '', '@me IS NOT NULL'),
    ('presence', '', '@me IS NOT NULL'),
    ('conversation_presence', '', 'number_id = @mine'),
    ('gateways', '', '@me IS NOT NULL'),
    ('number_leases', '', 'number_id = @mine'),
    ('audit_log', '', '@admin OR (@leads AND number_id = @mine)'),
    ('media_objects', '', 'EXISTS (SELECT 1 FROM message_media d WHERE d.stored_sha256 = media_objects.sha256 AND d.state = ''available'')
        OR EXISTS (SELECT 1 FROM outbox o WHERE o.media_sha256 = media_objects.sha256 AND o.media_sha256 <> '''')
        OR EXISTS (SELECT 1 FROM drafts d WHERE strpos(d.attachments, media_objects.sha256) > 0)
        OR EXISTS (SELECT 1 FROM canned_replies r WHERE strpos(r.attachments, media_objects.sha256) > 0)'),
    ('media_chunks', '', 'EXISTS (SELECT 1 FROM media_objects m WHERE m.sha256 = media_chunks.sha256)')
) v (tbl, columns, condition)
WHERE to_regclass('public.' || v.tbl) IS NOT NULL
