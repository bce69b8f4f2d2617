SELECT id, state FROM numbers WHERE id = :id OR (:id = 0 AND phone_number_id = :phone_number_id)
