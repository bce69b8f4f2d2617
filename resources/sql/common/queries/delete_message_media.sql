DELETE FROM message_media WHERE message_id = :id
