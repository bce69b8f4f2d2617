SELECT in_flight_ms, done_ms, state FROM outbox
WHERE number_id = (SELECT id FROM numbers WHERE phone_number_id = :phone_number_id) AND in_flight_ms >= :since_ms
ORDER BY in_flight_ms
