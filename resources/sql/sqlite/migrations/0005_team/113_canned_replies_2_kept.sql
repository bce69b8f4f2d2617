INSERT INTO owned_replies (id, shortcut, title, body, attachments, updated_ms)
SELECT id, shortcut, title, body, attachments, updated_ms FROM canned_replies
