DELETE FROM sealed_secrets WHERE name = :name
