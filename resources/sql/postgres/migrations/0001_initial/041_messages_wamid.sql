CREATE UNIQUE INDEX messages_wamid ON messages (wamid, number_id) WHERE wamid IS NOT NULL
