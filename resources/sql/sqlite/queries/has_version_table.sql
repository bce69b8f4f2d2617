SELECT coalesce(sum(name = 'schema_versions'), 0), count(*) FROM sqlite_master WHERE type = 'table'
