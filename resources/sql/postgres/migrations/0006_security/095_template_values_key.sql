ALTER TABLE template_values DROP CONSTRAINT template_values_pkey, ADD PRIMARY KEY (waba_id, name, language, agent_id)
