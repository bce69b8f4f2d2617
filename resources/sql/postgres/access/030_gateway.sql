-- The gateway keeps everything that comes and goes, and reads what it needs to choose an agent. Notes' words are not its business.
SELECT tandem_allow('gateway', v.verb, t.name, '', '')
FROM unnest(ARRAY['numbers', 'contacts', 'identities', 'contact_names', 'conversations', 'messages', 'message_media', 'message_facts', 'message_search',
        'account_facts', 'history_chunks', 'outbox', 'deliveries', 'waiting_values', 'link_requests', 'workspace', 'changes', 'dismissed_suggestions',
        'templates', 'template_values', 'template_syncs', 'commands', 'system_events', 'conversation_labels', 'presence', 'conversation_presence',
        'gateways', 'number_leases', 'media_objects', 'media_chunks', 'kept_files']) AS t (name)
CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS v (verb)
WHERE to_regclass('public.' || t.name) IS NOT NULL
