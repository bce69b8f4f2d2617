WITH gone AS (DELETE FROM gateways WHERE seen_ms < CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - 86400000),
    able AS (SELECT coalesce(CAST(json_agg(n.id) AS text), '[]') AS numbers FROM numbers n
        WHERE CAST(:any_number AS bigint) = 1 OR n.phone_number_id IN (SELECT r.value ->> 0 FROM json_each(CAST(:tokens AS TEXT)) r))
INSERT INTO gateways (name, started_ms, seen_ms, numbers)
SELECT :gateway, CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint), CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint), able.numbers FROM able
ON CONFLICT (name) DO UPDATE SET seen_ms = excluded.seen_ms, numbers = excluded.numbers
