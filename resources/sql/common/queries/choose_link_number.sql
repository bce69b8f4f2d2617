UPDATE link_requests SET phone_number_id = :phone_number_id, updated_ms = :now_ms WHERE id = :id AND step = 'choosing_number'
