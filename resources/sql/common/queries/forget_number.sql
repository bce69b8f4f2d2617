DELETE FROM numbers WHERE id = :id
