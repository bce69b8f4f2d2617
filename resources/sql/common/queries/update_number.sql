UPDATE numbers SET
    waba_id = CASE WHEN :waba_id = '' THEN waba_id ELSE :waba_id END,
    display_phone = CASE WHEN :display_phone = '' THEN display_phone ELSE :display_phone END,
    verified_name = CASE WHEN :verified_name = '' THEN verified_name ELSE :verified_name END,
    quality = CASE WHEN :quality = '' THEN quality ELSE :quality END,
    messaging_limit = CASE WHEN :messaging_limit = '' THEN messaging_limit ELSE :messaging_limit END,
    platform_type = CASE WHEN :platform_type = '' THEN platform_type ELSE :platform_type END,
    coexistence = CASE WHEN :coexistence = 1 THEN 1 ELSE coexistence END,
    onboarded_ms = :onboarded_ms,
    base_state = :base_state,
    base_state_ms = :base_state_ms
WHERE id = :id
