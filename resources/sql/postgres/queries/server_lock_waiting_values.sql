SELECT tandem_lock_waiting()
