INSERT INTO agent_drafts (conversation_id, agent_id, number_id, mode, text, reply_to, attachments, updated_ms)
SELECT d.conversation_id, 1, c.number_id, d.mode, d.text, d.reply_to, d.attachments, d.updated_ms
FROM drafts d
JOIN conversations c ON c.id = d.conversation_id
