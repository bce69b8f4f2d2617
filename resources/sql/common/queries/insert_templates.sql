INSERT INTO templates (waba_id, name, language, platform_id, category, status, quality, rejected_reason, named, components, synced_ms)
SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4, r.value ->> 5, r.value ->> 6, r.value ->> 7,
    CAST(r.value ->> 8 AS BIGINT), r.value ->> 9, CAST(r.value ->> 10 AS BIGINT)
FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT (waba_id, name, language) DO UPDATE
SET platform_id = excluded.platform_id, category = excluded.category, status = excluded.status, quality = excluded.quality,
    rejected_reason = excluded.rejected_reason, named = excluded.named, components = excluded.components
