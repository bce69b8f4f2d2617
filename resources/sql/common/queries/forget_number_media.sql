DELETE FROM message_media WHERE number_id = :id
