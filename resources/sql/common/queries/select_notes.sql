SELECT o.id, o.conversation_id, o.author_id, CASE WHEN w.display_name <> '' THEN w.display_name ELSE w.login END, o.text,
    o.created_ms, o.edited_ms, o.deleted_ms, x.agent_id
FROM notes o
JOIN agents w ON w.id = o.author_id
LEFT JOIN note_mentions x ON x.note_id = o.id
WHERE o.conversation_id = :id AND o.created_ms >= :from_ms AND o.created_ms < :to_ms
ORDER BY o.created_ms, o.id, x.agent_id
