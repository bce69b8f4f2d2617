UPDATE numbers SET state = :state, alert_text = :alert_text, disconnect_reason = :reason, disconnected_by = :initiated_by,
    disconnected_ms = :disconnected_ms,
    messaging_limit = CASE WHEN :messaging_limit = '' THEN messaging_limit ELSE :messaging_limit END,
    quality = CASE WHEN :quality = '' THEN quality ELSE :quality END,
    verified_name = CASE WHEN :verified_name = '' THEN verified_name ELSE :verified_name END
WHERE id = :id
