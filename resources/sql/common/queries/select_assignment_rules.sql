SELECT id, number_id, label_id, method, team_id, enabled FROM assignment_rules ORDER BY position, id
