DELETE FROM system_events WHERE number_id = :id
