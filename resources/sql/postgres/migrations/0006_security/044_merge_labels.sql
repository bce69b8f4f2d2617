-- Every conversation of `other` bears `into`, also those of numbers that the lead doesn't see.
CREATE FUNCTION tandem_merge_labels(into_label bigint, other bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT (tandem_leads() OR tandem_is_owner()) THEN
        RAISE EXCEPTION 'only leads change labels' USING ERRCODE = '42501';
    END IF;
    IF into_label = other OR NOT EXISTS (SELECT 1 FROM labels l WHERE l.id = into_label) THEN
        RETURN false;
    END IF;
    INSERT INTO conversation_labels (conversation_id, label_id, number_id)
    SELECT c.conversation_id, into_label, c.number_id FROM conversation_labels c WHERE c.label_id = other
    ON CONFLICT DO NOTHING;
    UPDATE assignment_rules r SET label_id = into_label WHERE r.label_id = other;
    DELETE FROM labels l WHERE l.id = other;
    RETURN FOUND;
END
$$
