DELETE FROM message_facts WHERE number_id = :id
