DELETE FROM labels WHERE id = :id
