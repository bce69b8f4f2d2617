DELETE FROM commands WHERE id = :id AND state = 'queued'
