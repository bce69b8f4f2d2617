SELECT coalesce(max(timestamp_ms), 0), coalesce(sum(CASE WHEN fact_key = :fact_key THEN 1 ELSE 0 END), 0)
FROM message_facts WHERE wamid = :wamid AND number_id = :number_id AND kind = 'reaction'
