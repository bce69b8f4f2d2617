CREATE TABLE message_media (
    message_id bigint PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    timestamp_ms bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    media_id text COLLATE "C" NOT NULL,
    url text COLLATE "C" NOT NULL,
    mime text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    filename text COLLATE "C" NOT NULL,
    voice bigint NOT NULL,
    animated bigint NOT NULL,
    stored_sha256 text COLLATE "C" NOT NULL,
    size bigint NOT NULL,
    error text COLLATE "C" NOT NULL,
    attempts bigint NOT NULL,
    due_ms bigint
)
