UPDATE message_search s SET number_id = m.number_id FROM messages m WHERE m.id = s.message_id
