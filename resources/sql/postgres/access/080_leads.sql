-- Leads: the team's words and rules, and how their numbers behave.
SELECT tandem_allow('lead', v.verb, v.tbl, v.columns, v.condition)
FROM (VALUES
    ('INSERT', 'labels', 'name, color_index', '@leads'),
    ('UPDATE', 'labels', 'name, color_index', '@leads'),
    ('DELETE', 'labels', '', '@leads'),
    ('INSERT', 'assignment_rules', 'position, number_id, label_id, method, team_id, enabled', '@leads'),
    ('UPDATE', 'assignment_rules', 'position, number_id, label_id, method, team_id, enabled', '@leads'),
    ('DELETE', 'assignment_rules', '', '@leads'),
    ('UPDATE', 'numbers', 'send_limit, read_receipts, typing', '@leads AND id = @mine')
) v (verb, tbl, columns, condition)
