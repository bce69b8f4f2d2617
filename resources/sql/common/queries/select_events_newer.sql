SELECT e.id, e.number_id, e.timestamp_ms, e.body
FROM conversations c
CROSS JOIN contacts k
CROSS JOIN system_events e
WHERE c.id = :conversation_id AND (k.id = c.contact_id OR k.merged_into = c.contact_id) AND e.contact_id = k.id
    AND (e.timestamp_ms, e.id) > (:timestamp_ms, :id)
ORDER BY e.timestamp_ms, e.id LIMIT :count
