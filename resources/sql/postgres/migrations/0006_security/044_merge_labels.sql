-- Every conversation of `other` bears `into`, also those of numbers that the lead doesn't see.
CREATE FUNCTION tandem_merge_labels(into_label bigint, other bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT (tandem_leads() OR tandem_is_owner()) THEN
        RAISE EXCEPTION 'only leads change labels' USING ERRCODE = '42501';
    END IF;
    INSERT INTO conversation_labels (conversation_id, label_id, number_id)
    SELECT c.conversation_id, into_label, c.number_id FROM conversation_labels c WHERE c.label_id = other
    ON CONFLICT DO NOTHING;
END
$$
