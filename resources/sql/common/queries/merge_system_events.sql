UPDATE system_events SET contact_id = :keep WHERE contact_id = :lose
