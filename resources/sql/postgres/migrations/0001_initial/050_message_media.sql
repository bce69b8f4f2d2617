CREATE TABLE message_media (
    message_id bigint PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id),
    conversation_id bigint NOT NULL REFERENCES conversations (id),
    timestamp_ms bigint NOT NULL,
    state text NOT NULL,
    media_id text NOT NULL,
    url text NOT NULL,
    mime text NOT NULL,
    sha256 text NOT NULL,
    filename text NOT NULL,
    voice bigint NOT NULL,
    animated bigint NOT NULL,
    stored_sha256 text NOT NULL,
    size bigint NOT NULL,
    error text NOT NULL,
    attempts bigint NOT NULL,
    due_ms bigint
)
