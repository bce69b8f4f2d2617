-- Accepted first, and refused by a status afterwards because the limit of the number was passed.
SELECT wamid FROM outbox
WHERE number_id = (SELECT id FROM numbers WHERE phone_number_id = :phone_number_id) AND in_flight_ms >= :since_ms
    AND error_code = 130429 AND state = 'failed' AND wamid IS NOT NULL
