SELECT x.label_id, count(*) FROM conversation_labels x GROUP BY x.label_id
