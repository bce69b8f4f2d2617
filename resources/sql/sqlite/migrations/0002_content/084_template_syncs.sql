CREATE TABLE template_syncs (
    waba_id TEXT PRIMARY KEY NOT NULL,
    completed_ms INTEGER,
    error_text TEXT NOT NULL
) STRICT, WITHOUT ROWID
