SELECT body FROM template_values WHERE waba_id = :waba_id AND name = :name AND language = :language AND agent_id = coalesce(tandem_me(), 0)
