CREATE INDEX conversations_assignee ON conversations (assignee_id, state, sort_ms, id) WHERE assignee_id IS NOT NULL
