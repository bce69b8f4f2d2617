UPDATE contacts SET owner_id = (SELECT k.owner_id FROM contacts k WHERE k.id = :lose)
WHERE id = :keep AND owner_id IS NULL
