INSERT INTO waiting_values (delivery_id, waba_id, again)
SELECT d.id, '', 0 FROM deliveries d
WHERE d.state <> 'received' AND d.body IS NOT NULL AND EXISTS (SELECT 1 FROM numbers n WHERE n.phone_number_id = 'unknown')
