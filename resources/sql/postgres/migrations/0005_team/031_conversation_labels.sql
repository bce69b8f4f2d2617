CREATE TABLE conversation_labels (
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    label_id bigint NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id),
    PRIMARY KEY (conversation_id, label_id)
)
