UPDATE agents SET last_assigned_ms = :now_ms WHERE id = :id
