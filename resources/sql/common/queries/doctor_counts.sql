SELECT 'numbers', count(*) FROM numbers
UNION ALL SELECT 'contacts', count(*) FROM contacts
UNION ALL SELECT 'conversations', count(*) FROM conversations
UNION ALL SELECT 'messages', count(*) FROM messages
UNION ALL SELECT 'parked_facts', count(*) FROM message_facts f WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.wamid = f.wamid AND m.number_id = f.number_id)
UNION ALL SELECT 'deliveries_received', count(*) FROM deliveries WHERE state = 'received' AND state <> 'applied'
UNION ALL SELECT 'deliveries_quarantined', count(*) FROM deliveries WHERE state = 'quarantined' AND state <> 'applied'
UNION ALL SELECT 'outbox_waiting', count(*) FROM outbox WHERE state IN ('queued', 'in_flight')
UNION ALL SELECT 'outbox_unknown', count(*) FROM outbox WHERE state = 'unknown'
UNION ALL SELECT 'media_pending', count(*) FROM message_media WHERE state = 'pending'
