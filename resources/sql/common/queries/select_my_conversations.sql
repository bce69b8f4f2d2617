SELECT c.id FROM conversations c WHERE c.assignee_id = :me LIMIT :count
