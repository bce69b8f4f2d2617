-- The one clock that decides who holds what: leases, presence, locks, the audit log.
CREATE FUNCTION tandem_clock_ms() RETURNS bigint LANGUAGE sql VOLATILE
    RETURN CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)
