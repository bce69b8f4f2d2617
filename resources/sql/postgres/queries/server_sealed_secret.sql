SELECT sealed FROM sealed_secrets WHERE name = :name
