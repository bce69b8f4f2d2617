SELECT t.id, 1 FROM tandem_take_ids('messages', CAST(:count AS bigint)) t (id)
