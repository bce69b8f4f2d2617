SELECT tandem_lock_numbers(CAST(:rows AS TEXT))
