UPDATE messages SET timestamp_ms = :timestamp_ms WHERE id = :id
