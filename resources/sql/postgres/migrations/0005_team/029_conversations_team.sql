CREATE INDEX conversations_team ON conversations (team_id, state, sort_ms, id) WHERE team_id IS NOT NULL
