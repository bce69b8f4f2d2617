SELECT min(c.snooze_until_ms) FROM conversations c WHERE c.snooze_until_ms IS NOT NULL
