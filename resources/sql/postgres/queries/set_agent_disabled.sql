SELECT CASE WHEN tandem_set_disabled(:id, CAST(:disabled AS bigint) = 1) THEN 1 ELSE 0 END
