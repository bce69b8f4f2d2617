UPDATE message_media SET state = CASE WHEN timestamp_ms < :cutoff_ms THEN 'over_14_days' ELSE 'placeholder' END
WHERE number_id = :number_id AND state IN ('placeholder', 'over_14_days')
