UPDATE message_media SET timestamp_ms = :timestamp_ms WHERE message_id = :id
