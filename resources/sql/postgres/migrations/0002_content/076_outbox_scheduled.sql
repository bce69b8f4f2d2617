CREATE INDEX outbox_scheduled ON outbox (number_id, not_before_ms, id) WHERE hold = 'until_time' AND state = 'queued'
