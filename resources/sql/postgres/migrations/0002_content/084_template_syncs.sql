CREATE TABLE template_syncs (
    waba_id text COLLATE "C" PRIMARY KEY NOT NULL,
    completed_ms bigint,
    error_text text COLLATE "C" NOT NULL
)
