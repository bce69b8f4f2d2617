INSERT INTO team_numbers (team_id, number_id) VALUES (:team, :number) ON CONFLICT (team_id, number_id) DO NOTHING
