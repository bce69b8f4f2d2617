DELETE FROM kept_files WHERE sha256 IN (SELECT r.value ->> 0 FROM json_each(CAST(:rows AS TEXT)) r)
