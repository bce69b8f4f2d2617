DELETE FROM messages WHERE number_id = :id
