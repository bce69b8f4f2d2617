INSERT INTO message_search_data (id, block) VALUES (1, x''), (10, x'00000000000000')
