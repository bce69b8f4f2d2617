CREATE TABLE templates (
    waba_id TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    platform_id TEXT NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    quality TEXT NOT NULL,
    rejected_reason TEXT NOT NULL,
    named INTEGER NOT NULL,
    components TEXT NOT NULL,
    synced_ms INTEGER NOT NULL,
    PRIMARY KEY (waba_id, name, language)
) STRICT, WITHOUT ROWID
