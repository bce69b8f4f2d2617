INSERT INTO numbers (phone_number_id, waba_id, display_phone, verified_name, state, base_state, base_state_ms, coexistence, onboarded_ms,
    send_limit, quality, messaging_limit, platform_type, health_code, health_text, health_paused, alert_text,
    disconnect_reason, disconnected_by, history_state, color_index)
VALUES (:phone_number_id, :waba_id, :display_phone, '', 'not_linked', 'not_linked', 0, 0, NULL, 5, '', '', '', 0, '', 0, '', '', '', 'none',
    (SELECT count(*) FROM numbers))
RETURNING id
