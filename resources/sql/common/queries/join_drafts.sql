UPDATE drafts SET text = CASE WHEN drafts.text = '' THEN l.text WHEN l.text = '' THEN drafts.text ELSE drafts.text || :newline || l.text END
FROM drafts l
WHERE drafts.conversation_id = :keep AND l.conversation_id = :lose AND l.mode = drafts.mode AND l.agent_id = drafts.agent_id
