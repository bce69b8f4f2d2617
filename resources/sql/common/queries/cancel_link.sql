UPDATE link_requests SET step = 'cancelled', failure = 'cancelled_by_owner', updated_ms = :now_ms
WHERE id = :id AND step NOT IN ('done', 'failed', 'cancelled')
