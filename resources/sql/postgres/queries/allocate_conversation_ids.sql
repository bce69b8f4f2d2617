SELECT t.id, 1 FROM tandem_take_ids('conversations', CAST(:count AS bigint)) t (id)
