DELETE FROM message_facts WHERE number_id = :number_id AND wamid = :wamid AND kind = :kind AND fact_key = :fact_key
