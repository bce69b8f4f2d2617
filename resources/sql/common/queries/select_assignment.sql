SELECT c.number_id, c.assignee_id, c.team_id, c.state, c.snooze_until_ms FROM conversations c WHERE c.id = :id
