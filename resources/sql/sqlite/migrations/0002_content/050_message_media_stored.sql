CREATE INDEX message_media_stored ON message_media (stored_sha256) WHERE state = 'available'
