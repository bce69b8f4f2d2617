CREATE INDEX conversation_labels_label ON conversation_labels (label_id, conversation_id)
