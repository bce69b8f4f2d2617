SELECT CASE WHEN tandem_set_password(:id, :verifier) THEN 1 ELSE 0 END
