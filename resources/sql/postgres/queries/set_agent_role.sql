SELECT CASE WHEN tandem_set_role(:id, :role) THEN 1 ELSE 0 END
