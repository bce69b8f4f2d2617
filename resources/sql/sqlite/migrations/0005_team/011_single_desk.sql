INSERT INTO agents (id, login, display_name, role, created_ms)
VALUES (1, 'me', coalesce((SELECT value FROM workspace WHERE name = 'agent_name'), ''), 'admin', 0)
