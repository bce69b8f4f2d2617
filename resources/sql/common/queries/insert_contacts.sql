INSERT INTO contacts (id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text)
SELECT CAST(r.value ->> 0 AS BIGINT), CAST(r.value ->> 1 AS BIGINT), '', '', '', '', '', ''
FROM json_each(CAST(:rows AS TEXT)) r
