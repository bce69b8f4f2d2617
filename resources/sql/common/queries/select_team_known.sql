SELECT 1 FROM teams t WHERE t.id = :team
