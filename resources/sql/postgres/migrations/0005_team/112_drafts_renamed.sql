ALTER TABLE agent_drafts RENAME TO drafts
