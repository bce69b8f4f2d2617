SELECT o.client_id, n.phone_number_id, CASE WHEN o.to_phone <> '' THEN o.to_phone ELSE o.to_bsuid END, o.state, o.wamid, o.attempts,
    o.error_code, o.error_text
FROM outbox o
JOIN numbers n ON n.id = o.number_id
ORDER BY n.phone_number_id, o.client_id
