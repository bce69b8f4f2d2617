-- Named so that they come last: after what other triggers filled in.
DO $$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT * FROM (VALUES ('agents', 4096), ('labels', 4096), ('saved_views', 65536), ('canned_replies', 262144), ('contacts', 65536), ('conversations', 65536), ('notes', 131072), ('drafts', 262144),
            ('outbox', 262144), ('message_facts', 65536), ('commands', 65536), ('dismissed_suggestions', 4096), ('template_values', 262144), ('presence', 4096), ('conversation_presence', 4096)) AS v (name, bytes) LOOP
        EXECUTE format('CREATE TRIGGER sized_%1$s BEFORE INSERT OR UPDATE ON %1$I FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_sized(%2$L)', t.name, t.bytes);
    END LOOP;
    CREATE TRIGGER sized_messages BEFORE INSERT ON messages FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_sized(262144);
END
$$
