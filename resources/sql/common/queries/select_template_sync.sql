SELECT s.completed_ms, s.error_text,
    (SELECT count(*) FROM commands c JOIN numbers n ON n.id = c.number_id
        WHERE c.state = 'queued' AND c.kind = 'sync_templates' AND c.target = CAST(:waba_id AS TEXT))
FROM (SELECT 1 AS one) x LEFT JOIN template_syncs s ON s.waba_id = :waba_id
