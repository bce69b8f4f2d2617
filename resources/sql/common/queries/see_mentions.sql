UPDATE note_mentions SET seen_ms = :now_ms
WHERE agent_id = :me AND seen_ms IS NULL AND note_id IN (SELECT o.id FROM notes o WHERE o.conversation_id = :id)
