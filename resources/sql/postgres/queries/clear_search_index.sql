DELETE FROM message_search
