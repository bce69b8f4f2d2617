UPDATE identities SET contact_id = :keep WHERE contact_id = :lose
