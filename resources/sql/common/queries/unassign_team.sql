UPDATE conversations SET team_id = NULL WHERE team_id = :id
