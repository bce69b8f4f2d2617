-- Two conversations become one: every agent's draft goes along, also those that the one who merges doesn't see.
CREATE OR REPLACE FUNCTION tandem_merge_drafts(keep bigint, lose bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF keep = lose OR NOT EXISTS (SELECT 1 FROM conversations k JOIN conversations l ON l.number_id = k.number_id
            WHERE k.id = keep AND l.id = lose AND tandem_sees(k.number_id)) OR NOT (tandem_trusted() OR tandem_kin(lose, keep)) THEN
        RAISE EXCEPTION 'these conversations can''t be merged here' USING ERRCODE = '42501';
    END IF;
    UPDATE drafts d SET text = CASE WHEN d.text = '' THEN l.text WHEN l.text = '' THEN d.text ELSE d.text || E'\n' || l.text END
    FROM drafts l WHERE d.conversation_id = keep AND l.conversation_id = lose AND l.mode = d.mode AND l.agent_id = d.agent_id;
    DELETE FROM drafts l USING drafts d
    WHERE d.conversation_id = keep AND l.conversation_id = lose AND l.mode = d.mode AND l.agent_id = d.agent_id;
    UPDATE drafts l SET conversation_id = keep WHERE l.conversation_id = lose;
END
$$
