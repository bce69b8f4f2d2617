CREATE TABLE templates (
    waba_id text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    platform_id text NOT NULL,
    category text NOT NULL,
    status text NOT NULL,
    quality text NOT NULL,
    rejected_reason text NOT NULL,
    named bigint NOT NULL,
    components text NOT NULL,
    synced_ms bigint NOT NULL,
    PRIMARY KEY (waba_id, name, language)
)
