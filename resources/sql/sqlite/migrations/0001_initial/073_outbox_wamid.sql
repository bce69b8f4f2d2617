CREATE INDEX outbox_wamid ON outbox (wamid) WHERE wamid IS NOT NULL
