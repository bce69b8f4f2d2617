UPDATE numbers SET base_state = :state, base_state_ms = :now_ms WHERE id = :id
