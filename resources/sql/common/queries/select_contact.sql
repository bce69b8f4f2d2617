SELECT k.id, k.number_id, k.book_name, k.profile_name,
    (SELECT c.first_message_ms FROM conversations c WHERE c.contact_id = k.id)
FROM contacts k WHERE k.id = :id
