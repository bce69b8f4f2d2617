INSERT INTO template_values (waba_id, name, language, agent_id, body) VALUES (:waba_id, :name, :language, coalesce(tandem_me(), 0), :body)
ON CONFLICT (waba_id, name, language, agent_id) DO UPDATE SET body = excluded.body
