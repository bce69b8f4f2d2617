CREATE INDEX message_media_due ON message_media (timestamp_ms) WHERE state = 'pending'
