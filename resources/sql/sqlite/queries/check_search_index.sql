INSERT INTO message_search (message_search) VALUES ('integrity-check')
