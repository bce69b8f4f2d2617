UPDATE contacts SET merged_into = CAST(:head AS BIGINT) WHERE id = :id
