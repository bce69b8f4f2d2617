UPDATE conversations SET state = :state, snooze_until_ms = NULL WHERE id = :id AND state <> :state
