-- Whoever was disabled kept what they had closed: when the customer wrote again, nobody was told.
UPDATE conversations SET assignee_id = NULL, assigned_ms = NULL
WHERE assignee_id IN (SELECT a.id FROM agents a WHERE a.disabled_ms IS NOT NULL)
