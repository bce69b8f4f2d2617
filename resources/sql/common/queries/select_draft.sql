SELECT text, reply_to, attachments, updated_ms FROM drafts WHERE conversation_id = :id AND mode = :mode AND agent_id = :me
