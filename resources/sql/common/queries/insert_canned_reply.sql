INSERT INTO canned_replies (shortcut, title, body, attachments, updated_ms, owner_id)
VALUES (:shortcut, :title, :body, :attachments, :now_ms, CASE WHEN :personal = 1 THEN CAST(:me AS BIGINT) ELSE NULL END)
RETURNING id
