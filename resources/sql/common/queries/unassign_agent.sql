UPDATE conversations SET assignee_id = NULL, assigned_ms = NULL WHERE assignee_id = :id
