CREATE TABLE message_search (
    entry bigint PRIMARY KEY,
    message_id bigint NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    tokens tsvector NOT NULL
)
