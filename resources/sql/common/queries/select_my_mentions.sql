SELECT o.id, o.conversation_id, e.display_name, CASE WHEN w.display_name <> '' THEN w.display_name ELSE w.login END,
    substr(o.text, 1, 200), o.created_ms
FROM note_mentions x
CROSS JOIN notes o
CROSS JOIN conversations v
CROSS JOIN contacts e
CROSS JOIN agents w
WHERE x.agent_id = :me AND x.seen_ms IS NULL AND o.deleted_ms IS NULL AND o.id = x.note_id AND v.id = o.conversation_id AND e.id = v.contact_id AND w.id = o.author_id
ORDER BY o.id DESC
LIMIT :count
