WITH r AS MATERIALIZED (SELECT r.value ->> 0 AS sha256 FROM json_each(CAST(:rows AS TEXT)) r),
    gone AS (DELETE FROM media_objects o USING r WHERE o.sha256 = r.sha256 RETURNING o.sha256, o.month)
DELETE FROM media_chunks c USING gone WHERE c.month = gone.month AND c.sha256 = gone.sha256
