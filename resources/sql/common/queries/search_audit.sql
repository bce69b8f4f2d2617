WITH r AS MATERIALIZED (SELECT j.value ->> 0 AS kind, j.value ->> 1 AS what FROM json_each(CAST(:rows AS TEXT)) j)
SELECT g.id, g.at_ms, g.who, g.origin, g.action, g.subject, g.subject_id, g.conversation_id, g.detail, g.number_id,
    CASE g.subject
        WHEN 'agent' THEN (SELECT CASE WHEN a.display_name <> '' THEN a.display_name ELSE a.login END FROM agents a WHERE a.id = CAST(g.subject_id AS BIGINT))
        WHEN 'team' THEN (SELECT t.name FROM teams t WHERE t.id = CAST(g.subject_id AS BIGINT))
        WHEN 'label' THEN (SELECT l.name FROM labels l WHERE l.id = CAST(g.subject_id AS BIGINT))
        WHEN 'view' THEN (SELECT v.name FROM saved_views v WHERE v.id = CAST(g.subject_id AS BIGINT))
        WHEN 'canned_reply' THEN (SELECT y.shortcut FROM canned_replies y WHERE y.id = CAST(g.subject_id AS BIGINT))
        WHEN 'number' THEN (SELECT CASE WHEN n.verified_name <> '' THEN n.verified_name ELSE n.display_phone END FROM numbers n WHERE n.id = CAST(g.subject_id AS BIGINT))
        WHEN 'contact' THEN (SELECT CASE WHEN k.display_name <> '' THEN k.display_name ELSE k.identity END FROM contacts k WHERE k.id = CAST(g.subject_id AS BIGINT))
        ELSE (SELECT CASE WHEN k.display_name <> '' THEN k.display_name ELSE k.identity END FROM conversations c CROSS JOIN contacts k
            WHERE c.id = g.conversation_id AND k.id = c.contact_id)
    END
FROM audit_log g
WHERE g.id < :before AND (:who = '' OR g.who = :who) AND substr(g.action, 1, length(:action)) = :action
    AND (:conversation = 0 OR g.conversation_id = :conversation) AND g.at_ms >= :from_ms AND g.at_ms < :to_ms
    AND (lower(g.who) LIKE :typed ESCAPE '!' OR lower(g.detail) LIKE :typed ESCAPE '!' OR g.detail LIKE :text ESCAPE '!'
        OR g.subject || '/' || g.subject_id IN (SELECT r.what FROM r WHERE r.kind = 'subject')
        OR CAST(g.number_id AS TEXT) IN (SELECT r.what FROM r WHERE r.kind = 'number')
        OR EXISTS (SELECT 1 FROM r WHERE r.kind = 'trace' AND g.action || ':' || replace(g.detail, ' ', '') LIKE r.what)
        OR g.conversation_id IN (SELECT c.id FROM contacts k CROSS JOIN conversations c WHERE c.contact_id = k.id AND k.search_text LIKE :folded ESCAPE '!')
        OR (g.subject = 'contact' AND g.subject_id IN (SELECT CAST(k.id AS TEXT) FROM contacts k WHERE k.search_text LIKE :folded ESCAPE '!')))
ORDER BY g.id DESC
LIMIT :count
