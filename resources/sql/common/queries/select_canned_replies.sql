SELECT id, shortcut, title, body, attachments, updated_ms, CASE WHEN owner_id IS NULL THEN 0 ELSE 1 END
FROM canned_replies
WHERE owner_id IS NULL OR owner_id = :me
ORDER BY shortcut, CASE WHEN owner_id IS NULL THEN 1 ELSE 0 END, id
