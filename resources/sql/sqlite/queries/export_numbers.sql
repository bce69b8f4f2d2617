SELECT phone_number_id, waba_id, display_phone, verified_name, state, coexistence, onboarded_ms, send_limit FROM numbers ORDER BY phone_number_id
