SELECT count(*) FROM waiting_values v
WHERE v.again = 0 AND v.waba_id <> '' AND (SELECT count(*) FROM numbers n WHERE n.waba_id = v.waba_id) = 1
