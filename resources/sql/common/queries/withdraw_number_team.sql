DELETE FROM team_numbers WHERE team_id = :team AND number_id = :number
