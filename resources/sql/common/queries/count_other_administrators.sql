SELECT count(*) FROM agents WHERE role = 'admin' AND disabled_ms IS NULL AND id <> :id
