-- Whether conversation `was` may pour into `into_one`: the person of the first was merged into the person of the second.
CREATE FUNCTION tandem_kin(was bigint, into_one bigint) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
    RETURN EXISTS (SELECT 1 FROM conversations w JOIN contacts k ON k.id = w.contact_id JOIN conversations n ON n.contact_id = coalesce(k.merged_into, k.id)
        WHERE w.id = was AND n.id = into_one AND n.number_id = w.number_id)
