SELECT id, phone_number_id, waba_id, display_phone, state, base_state, base_state_ms, onboarded_ms, coexistence, last_phone_ms, health_paused, health_code, health_text, history_state FROM numbers
