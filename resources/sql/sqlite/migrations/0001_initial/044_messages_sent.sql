CREATE INDEX messages_sent ON messages (number_id, timestamp_ms, origin) WHERE direction = 'out' AND source <> 'history'
