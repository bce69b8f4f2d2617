UPDATE conversations SET state = :state WHERE id = :id AND state <> :state
