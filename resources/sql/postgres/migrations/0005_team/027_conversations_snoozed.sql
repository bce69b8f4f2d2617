CREATE INDEX conversations_snoozed ON conversations (snooze_until_ms) WHERE snooze_until_ms IS NOT NULL
