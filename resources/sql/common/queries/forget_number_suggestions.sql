DELETE FROM dismissed_suggestions WHERE number_id = :id
