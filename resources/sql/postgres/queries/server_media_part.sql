SELECT bytes FROM media_chunks WHERE month = :month AND sha256 = :sha256 AND part = :part
