UPDATE numbers SET waba_id = :waba_id, display_phone = :display_phone, coexistence = :coexistence, last_phone_ms = :last_phone_ms,
    last_webhook_ms = :now_ms, history_state = :history_state,
    history_chunk_ms = CASE WHEN :chunk = 1 THEN :now_ms ELSE history_chunk_ms END
WHERE id = :id
