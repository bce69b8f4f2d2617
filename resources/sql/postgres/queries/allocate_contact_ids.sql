SELECT t.id, 1 FROM tandem_take_ids('contacts', CAST(:count AS bigint)) t (id)
