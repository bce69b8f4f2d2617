SELECT o.conversation_id, o.author_id, o.number_id, CASE WHEN o.deleted_ms IS NULL THEN 0 ELSE 1 END, coalesce(o.deleted_by, o.author_id) FROM notes o WHERE o.id = :id
