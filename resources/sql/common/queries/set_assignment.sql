UPDATE conversations SET assignee_id = CAST(:agent AS BIGINT), team_id = CAST(:team AS BIGINT), assigned_ms = :now_ms WHERE id = :id
