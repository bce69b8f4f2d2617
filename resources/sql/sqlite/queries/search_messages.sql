SELECT rowid FROM message_search WHERE message_search MATCH :match AND rowid < :before ORDER BY rowid DESC LIMIT :count
