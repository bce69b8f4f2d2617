UPDATE message_media SET state = 'available', stored_sha256 = :sha256, size = :size, mime = CASE WHEN :mime = '' THEN mime ELSE :mime END, error = '', due_ms = NULL
WHERE message_id = :id
