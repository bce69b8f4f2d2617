SELECT k.id, k.number_id, k.book_name, k.profile_name,
    (SELECT c.first_message_ms FROM conversations c WHERE c.contact_id = k.id), k.blocked_ms,
    (SELECT count(*) FROM contacts p WHERE p.merged_into = k.id), k.owner_id
FROM contacts k
WHERE k.id = (SELECT coalesce(a.merged_into, a.id) FROM contacts a WHERE a.id = :id)
