UPDATE numbers SET history_state = :state, history_requested_ms = CASE WHEN :state = 'requested' THEN :now_ms ELSE history_requested_ms END
WHERE id = :id AND history_state <> 'complete'
