UPDATE conversations SET state = 'snoozed', snooze_until_ms = :until_ms WHERE id = :id
