INSERT INTO drafts (conversation_id, mode, text, reply_to, attachments, updated_ms)
SELECT id, 'reply', draft, '', '[]', sort_ms FROM conversations WHERE draft <> ''
