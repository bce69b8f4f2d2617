CREATE INDEX conversations_unassigned ON conversations (state, sort_ms, id) WHERE assignee_id IS NULL
