CREATE INDEX message_media_state ON message_media (number_id, state)
