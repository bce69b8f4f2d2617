SELECT id, state, coalesce(wamid, ''), attempts, confirmed_stale FROM outbox WHERE number_id = :number_id AND client_id = :client_id
UNION ALL
SELECT id, state, coalesce(wamid, ''), attempts, confirmed_stale FROM outbox WHERE number_id = :number_id AND wamid = :wamid AND client_id <> :client_id
LIMIT 1
