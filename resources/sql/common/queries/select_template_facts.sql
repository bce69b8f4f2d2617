SELECT field, event, timestamp_ms, received_ms, value FROM account_facts
WHERE waba_id = :waba_id AND phone_number_id = '' AND field IN ('message_template_status_update', 'message_template_quality_update', 'template_category_update')
ORDER BY timestamp_ms, field, event, digest
