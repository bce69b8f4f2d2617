INSERT INTO canned_replies (shortcut, title, body, attachments, updated_ms)
VALUES (:shortcut, :title, :body, :attachments, :now_ms)
RETURNING id
