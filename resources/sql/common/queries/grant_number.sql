INSERT INTO agent_numbers (agent_id, number_id) VALUES (:agent, :number) ON CONFLICT (agent_id, number_id) DO NOTHING
