WITH r AS MATERIALIZED (SELECT DISTINCT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
SELECT c.id, c.number_id, c.contact_id, k.display_name, k.identity, c.state, c.unread, c.last_message_ms,
    c.preview_text, c.preview_type, c.preview_direction, c.preview_origin, c.preview_status, c.preview_revoked,
    c.window_from_ms, c.first_message_ms,
    coalesce((SELECT f.text FROM drafts f WHERE f.conversation_id = c.id AND f.agent_id = :me AND f.mode = 'reply'), ''),
    c.customer_waiting, c.answered_on_phone, c.has_failed, n.coexistence, n.color_index, c.sort_ms, k.blocked_ms,
    c.assignee_id, CASE WHEN w.display_name <> '' THEN w.display_name ELSE w.login END, c.team_id, t.name, c.snooze_until_ms,
    (SELECT group_concat(x.label_id) FROM conversation_labels x WHERE x.conversation_id = c.id),
    CASE WHEN EXISTS (SELECT 1 FROM notes o CROSS JOIN note_mentions u
        WHERE o.conversation_id = c.id AND u.note_id = o.id AND u.agent_id = :me AND u.seen_ms IS NULL AND o.deleted_ms IS NULL) THEN 1 ELSE 0 END
FROM r
CROSS JOIN conversations c
CROSS JOIN contacts k
CROSS JOIN numbers n
LEFT JOIN agents w ON w.id = c.assignee_id
LEFT JOIN teams t ON t.id = c.team_id
WHERE c.id = r.id AND k.id = c.contact_id AND n.id = c.number_id
