UPDATE conversations SET draft = coalesce((SELECT d.text FROM drafts d WHERE d.conversation_id = conversations.id AND d.mode = 'reply' AND d.agent_id = :me), '') WHERE id = :id
