UPDATE canned_replies SET shortcut = :shortcut, title = :title, body = :body, attachments = :attachments, updated_ms = :now_ms,
    owner_id = CASE WHEN :personal = 1 THEN CAST(:me AS BIGINT) ELSE NULL END
WHERE id = :id AND (owner_id IS NULL OR owner_id = :me)
