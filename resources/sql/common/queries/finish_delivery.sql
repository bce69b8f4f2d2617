UPDATE deliveries SET reason = :reason, applied_ms = :now_ms,
    state = CASE WHEN EXISTS (SELECT 1 FROM waiting_values v WHERE v.delivery_id = deliveries.id AND v.again = 1) THEN 'received' ELSE :state END
WHERE id = :id AND state = 'received'
RETURNING state
