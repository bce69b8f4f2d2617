CREATE TABLE templates (
    waba_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    platform_id text COLLATE "C" NOT NULL,
    category text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    quality text COLLATE "C" NOT NULL,
    rejected_reason text COLLATE "C" NOT NULL,
    named bigint NOT NULL,
    components text COLLATE "C" NOT NULL,
    synced_ms bigint NOT NULL,
    PRIMARY KEY (waba_id, name, language)
)
