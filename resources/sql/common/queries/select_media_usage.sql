SELECT x.number_id, count(*), coalesce(sum(x.size), 0)
FROM (
    SELECT n.id AS number_id, d.stored_sha256, max(d.size) AS size
    FROM numbers n
    CROSS JOIN message_media d
    WHERE d.number_id = n.id AND d.state = 'available' AND d.stored_sha256 <> ''
    GROUP BY n.id, d.stored_sha256
) x
GROUP BY x.number_id
ORDER BY x.number_id
