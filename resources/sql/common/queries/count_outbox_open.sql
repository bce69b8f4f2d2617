SELECT count(*) FROM outbox WHERE state IN ('queued', 'in_flight')
