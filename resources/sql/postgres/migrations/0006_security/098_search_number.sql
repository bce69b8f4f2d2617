CREATE INDEX message_search_number ON message_search (number_id, entry)
