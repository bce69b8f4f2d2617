-- What came before a body was pruned can't be applied again, so the number that holds it stays.
INSERT INTO workspace (name, value)
SELECT 'unknown_kept', '1' WHERE EXISTS (SELECT 1 FROM numbers WHERE phone_number_id = 'unknown')
    AND EXISTS (SELECT 1 FROM deliveries WHERE state = 'applied' AND body IS NULL)
