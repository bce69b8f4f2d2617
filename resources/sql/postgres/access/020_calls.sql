DO $$
DECLARE
    db text := current_database();
    call regprocedure;
BEGIN
    FOR call IN SELECT CAST(p.oid AS regprocedure) FROM pg_proc p WHERE p.pronamespace = CAST('public' AS regnamespace) AND p.proname IN ('json_each',
        'tandem_clock_ms', 'tandem_login', 'tandem_is_owner', 'tandem_trusted', 'tandem_me', 'tandem_my_role', 'tandem_leads', 'tandem_administers',
        'tandem_numbers_of', 'tandem_my_numbers', 'tandem_sees', 'tandem_agent_sees', 'tandem_my_name', 'tandem_take_ids', 'tandem_taken',
        'tandem_search_messages', 'tandem_search_conversation', 'tandem_merge_drafts', 'tandem_note_kept_file',
        'tandem_lock_numbers', 'tandem_kin') LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I, %I', call, db || '_gateway', db || '_agent');
    END LOOP;
    EXECUTE format('GRANT EXECUTE ON FUNCTION tandem_lock_waiting(), tandem_clear_the_way(bigint) TO %I', db || '_gateway');
    EXECUTE format('GRANT EXECUTE ON FUNCTION tandem_set_password(bigint, text), tandem_is_verifier(text) TO %I', db || '_agent');
    EXECUTE format('GRANT EXECUTE ON FUNCTION tandem_merge_labels(bigint, bigint) TO %I', db || '_lead');
    EXECUTE format('GRANT EXECUTE ON FUNCTION tandem_add_agent(text, text, text), tandem_set_role(bigint, text), tandem_set_disabled(bigint, boolean) TO %I', db || '_admin');
END
$$
