SELECT sha256 FROM kept_files WHERE sha256 > :after AND kept_ms < :before_ms ORDER BY sha256 LIMIT :count
