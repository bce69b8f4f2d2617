-- Administrators: teams, grants, settings and linking. Agents' roles and passwords only by the functions tandem_add_agent() and its like.
SELECT tandem_allow('admin', v.verb, v.tbl, v.columns, '@admin')
FROM (VALUES
    ('INSERT', 'teams', 'name'),
    ('UPDATE', 'teams', 'name'),
    ('DELETE', 'teams', ''),
    ('INSERT', 'team_members', ''),
    ('DELETE', 'team_members', ''),
    ('INSERT', 'agent_numbers', ''),
    ('DELETE', 'agent_numbers', ''),
    ('INSERT', 'team_numbers', ''),
    ('DELETE', 'team_numbers', ''),
    ('SELECT', 'link_requests', ''),
    ('INSERT', 'link_requests', 'state, step, failure, error_text, platform_code, page_url, waba_id, phone_number_id, candidates, created_ms, updated_ms, contacts_requested,
        history_requested, contacts_request_id, history_request_id'),
    ('UPDATE', 'link_requests', 'step, failure, phone_number_id, updated_ms')
) v (verb, tbl, columns)
