-- Until the transaction ends, in the order of ids. Called by the functions below only.
CREATE FUNCTION tandem_hold_work(work text, ids bigint[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO work_locks (kind, id)
    SELECT work, x.id FROM unnest(ids) AS x (id)
    WHERE NOT EXISTS (SELECT 1 FROM work_locks l WHERE l.kind = work AND l.id = x.id)
    ORDER BY x.id
    ON CONFLICT DO NOTHING;
    PERFORM 1 FROM work_locks l WHERE l.kind = work AND l.id = ANY (ids) ORDER BY l.id FOR UPDATE;
END
$$
