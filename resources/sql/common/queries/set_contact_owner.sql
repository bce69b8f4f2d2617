UPDATE contacts SET owner_id = CAST(:agent AS BIGINT) WHERE id = :id
