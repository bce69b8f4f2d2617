WITH r AS MATERIALIZED (SELECT r.value ->> 0 AS sha256 FROM json_each(CAST(:rows AS TEXT)) r)
SELECT o.sha256 FROM media_objects o WHERE o.sha256 IN (SELECT r.sha256 FROM r)
