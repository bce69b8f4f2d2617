SELECT tandem_allow('gateway', v.verb, v.tbl, v.columns, '')
FROM (VALUES
    ('SELECT', 'schema_versions', ''),
    ('SELECT', 'agents', ''),
    ('UPDATE', 'agents', 'last_assigned_ms'),
    ('SELECT', 'teams', ''),
    ('SELECT', 'team_members', ''),
    ('SELECT', 'agent_numbers', ''),
    ('SELECT', 'team_numbers', ''),
    ('SELECT', 'labels', ''),
    ('SELECT', 'assignment_rules', ''),
    ('SELECT', 'canned_replies', ''),
    ('SELECT', 'drafts', ''),
    ('SELECT', 'notes', 'id, number_id, conversation_id, author_id, created_ms, edited_ms, deleted_ms'),
    ('UPDATE', 'notes', 'conversation_id, number_id'),
    ('SELECT', 'note_mentions', '')
) v (verb, tbl, columns)
