SELECT setval(s.name, nextval(s.name) + CAST(:count AS bigint) - 1) - CAST(:count AS bigint) + 1
FROM (SELECT pg_get_serial_sequence('messages', 'id') AS name, pg_advisory_xact_lock(hashtext('allocate_messages')) AS held) s
