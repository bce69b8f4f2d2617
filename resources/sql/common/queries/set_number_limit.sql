UPDATE numbers SET send_limit = :send_limit WHERE id = :id
