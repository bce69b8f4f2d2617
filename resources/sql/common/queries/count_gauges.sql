SELECT 'deliveries_waiting', '', count(*) FROM deliveries WHERE state = 'received' AND state <> 'applied'
UNION ALL SELECT 'deliveries_quarantined', '', count(*) FROM deliveries WHERE state = 'quarantined' AND state <> 'applied'
UNION ALL SELECT 'outbox', 'queued', count(*) FROM outbox WHERE state = 'queued' AND state IN ('queued', 'in_flight')
UNION ALL SELECT 'outbox', 'in_flight', count(*) FROM outbox WHERE state = 'in_flight' AND state IN ('queued', 'in_flight')
UNION ALL SELECT 'commands_waiting', '', count(*) FROM commands WHERE state = 'queued'
UNION ALL SELECT 'media_waiting', '', count(*) FROM message_media WHERE state = 'pending'
