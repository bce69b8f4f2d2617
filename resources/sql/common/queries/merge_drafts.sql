UPDATE drafts SET conversation_id = :keep
WHERE conversation_id = :lose AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = :keep AND d.mode = drafts.mode AND d.agent_id = drafts.agent_id)
