INSERT INTO waiting_values (delivery_id, waba_id, again) VALUES (:delivery_id, :waba_id, 0) ON CONFLICT DO NOTHING
