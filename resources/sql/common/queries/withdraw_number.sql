DELETE FROM agent_numbers WHERE agent_id = :agent AND number_id = :number
