UPDATE conversations SET state = 'open', snooze_until_ms = NULL WHERE snooze_until_ms <= :now_ms AND state = 'snoozed' RETURNING id
