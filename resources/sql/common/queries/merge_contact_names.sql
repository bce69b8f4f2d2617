UPDATE contact_names SET contact_id = :keep WHERE contact_id = :lose
