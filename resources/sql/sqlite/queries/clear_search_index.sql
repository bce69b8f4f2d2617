INSERT INTO message_search (message_search) VALUES ('delete-all')
