SELECT number_id, to_phone, to_bsuid, coalesce(wamid, '') FROM outbox WHERE id = :id AND attempts = :attempt AND fence = :fence
