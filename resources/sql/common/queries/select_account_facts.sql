SELECT waba_id, phone_number_id, phone, field, event, CASE WHEN timestamp_ms > 0 THEN timestamp_ms ELSE received_ms END AS at_ms,
    received_ms, reason, initiated_by, value
FROM account_facts
WHERE phone_number_id = :phone_number_id OR (waba_id = :waba_id AND phone_number_id = '')
ORDER BY at_ms, field, event, digest
