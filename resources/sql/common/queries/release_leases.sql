UPDATE number_leases SET expires_ms = 0 WHERE holder = :gateway AND expires_ms <> 0 RETURNING number_id
