INSERT INTO media_objects (sha256, size, mime, month, parts) VALUES (:sha256, :size, :mime, :month, :parts) ON CONFLICT DO NOTHING
