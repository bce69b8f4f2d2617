INSERT INTO kept_files (sha256, kept_ms) VALUES (:sha256, :now_ms)
ON CONFLICT (sha256) DO UPDATE SET kept_ms = excluded.kept_ms
