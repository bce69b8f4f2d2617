SELECT n.id, n.phone_number_id, n.waba_id, n.display_phone, n.verified_name, n.state, n.coexistence, n.onboarded_ms, n.send_limit,
    n.quality, n.messaging_limit, n.platform_type, n.health_code, n.health_text, n.health_paused, n.alert_text,
    n.disconnect_reason, n.disconnected_by, n.disconnected_ms, n.last_phone_ms, n.last_webhook_ms,
    n.history_state, n.history_requested_ms, n.history_chunk_ms, n.color_index,
    (SELECT count(*) FROM message_media m WHERE m.number_id = n.id AND m.state IN ('available', 'purged')),
    (SELECT count(*) FROM message_media m WHERE m.number_id = n.id AND m.state = 'over_14_days'),
    (SELECT count(*) FROM messages m WHERE m.number_id = n.id AND m.direction = 'out' AND m.source <> 'history'
        AND m.timestamp_ms >= :month AND m.origin IN ('agent', 'bot', 'campaign', 'api')),
    (SELECT count(*) FROM messages m WHERE m.number_id = n.id AND m.direction = 'out' AND m.source <> 'history'
        AND m.timestamp_ms >= :month AND m.origin = 'phone'),
    n.read_receipts, n.typing
FROM numbers n
WHERE n.phone_number_id = :phone_number_id
