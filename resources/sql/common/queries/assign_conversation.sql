UPDATE conversations SET assignee_id = :agent, assigned_ms = :now_ms, team_id = coalesce(CAST(:team AS BIGINT), team_id) WHERE id = :id AND assignee_id IS NULL
