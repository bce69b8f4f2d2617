SELECT 'agent', w.id, w.login FROM agents w
UNION ALL SELECT 'agent', w.id, w.display_name FROM agents w
UNION ALL SELECT 'team', t.id, t.name FROM teams t
UNION ALL SELECT 'label', b.id, b.name FROM labels b
UNION ALL SELECT 'view', v.id, v.name FROM saved_views v
UNION ALL SELECT 'canned_reply', y.id, y.shortcut FROM canned_replies y
UNION ALL SELECT 'number', n.id, n.verified_name FROM numbers n
UNION ALL SELECT 'number', n.id, n.display_phone FROM numbers n
