SELECT id, shortcut, title, body, attachments, updated_ms FROM canned_replies ORDER BY shortcut, id
