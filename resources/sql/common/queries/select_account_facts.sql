SELECT waba_id, phone_number_id, phone, field, event, timestamp_ms, received_ms, reason, initiated_by, value
FROM account_facts
WHERE phone_number_id = :phone_number_id OR (waba_id = :waba_id AND phone_number_id = '')
ORDER BY timestamp_ms, field, event, digest
