INSERT INTO template_values (waba_id, name, language, body) VALUES (:waba_id, :name, :language, :body)
ON CONFLICT (waba_id, name, language) DO UPDATE SET body = excluded.body
