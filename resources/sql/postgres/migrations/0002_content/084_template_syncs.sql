CREATE TABLE template_syncs (
    waba_id text PRIMARY KEY NOT NULL,
    completed_ms bigint,
    error_text text NOT NULL
)
