-- A change row commits with its transaction; where it isn't (yet), the transaction may still be under way.
SELECT (SELECT count(*) FROM changes WHERE id = :id AND writer = :writer), pg_xact_status(CAST(CAST(CAST(:transaction AS bigint) AS text) AS xid8))
