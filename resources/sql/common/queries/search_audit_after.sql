WITH r AS MATERIALIZED (SELECT j.value ->> 0 AS kind, j.value ->> 1 AS what FROM json_each(CAST(:rows AS TEXT)) j)
SELECT g.id, g.at_ms, g.who, g.origin, g.action, g.subject, g.subject_id, g.conversation_id, g.detail, g.number_id
FROM audit_log g
WHERE g.id > :after AND (:who = '' OR g.who = :who) AND substr(g.action, 1, length(:action)) = :action
    AND (:conversation = 0 OR g.conversation_id = :conversation) AND g.at_ms >= :from_ms AND g.at_ms < :to_ms
    AND (lower(g.who) LIKE :typed ESCAPE '!' OR lower(g.detail) LIKE :typed ESCAPE '!' OR g.detail LIKE :text ESCAPE '!'
        OR g.subject || '/' || g.subject_id IN (SELECT r.what FROM r WHERE r.kind = 'subject')
        OR CAST(g.number_id AS TEXT) IN (SELECT r.what FROM r WHERE r.kind = 'number')
        OR EXISTS (SELECT 1 FROM r WHERE r.kind = 'trace' AND g.action || ':' || replace(g.detail, ' ', '') LIKE r.what)
        OR g.conversation_id IN (SELECT c.id FROM contacts k CROSS JOIN conversations c WHERE c.contact_id = k.id AND k.search_text LIKE :folded ESCAPE '!')
        OR (g.subject = 'contact' AND g.subject_id IN (SELECT CAST(k.id AS TEXT) FROM contacts k WHERE k.search_text LIKE :folded ESCAPE '!')))
ORDER BY g.id
LIMIT :count
