SELECT name, language, platform_id, category, status, quality, rejected_reason, named, components, synced_ms FROM templates
WHERE waba_id = :waba_id ORDER BY name, language
