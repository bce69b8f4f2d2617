DELETE FROM commands WHERE number_id = :number_id AND kind = :kind AND target = :target AND state = 'queued'
