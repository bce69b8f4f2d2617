DELETE FROM templates WHERE waba_id = :waba_id
