UPDATE canned_replies SET shortcut = :shortcut, title = :title, body = :body, attachments = :attachments, updated_ms = :now_ms
WHERE id = :id
