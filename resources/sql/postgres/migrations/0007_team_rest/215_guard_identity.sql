-- An agent may begin with somebody new, under one name. A second phone, planted beside a customer's, would draw colleagues' answers to it.
CREATE FUNCTION tandem_guard_identity() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM identities i WHERE i.contact_id = NEW.contact_id)
        OR EXISTS (SELECT 1 FROM contacts k WHERE k.merged_into = NEW.contact_id OR (k.id = NEW.contact_id AND k.merged_into IS NOT NULL)) THEN
        RAISE EXCEPTION 'only the gateway learns more names of somebody' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$
