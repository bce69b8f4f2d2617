INSERT INTO changes (writer, body) VALUES (:writer, :body) RETURNING id, CAST(CAST(pg_current_xact_id() AS text) AS bigint)
