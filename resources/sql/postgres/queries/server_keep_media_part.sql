INSERT INTO media_chunks (month, sha256, part, bytes) VALUES (:month, :sha256, :part, :bytes) ON CONFLICT DO NOTHING
