CREATE INDEX note_mentions_agent ON note_mentions (agent_id, note_id) WHERE seen_ms IS NULL
