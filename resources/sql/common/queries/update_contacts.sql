WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id, r.value FROM json_each(CAST(:rows AS TEXT)) r)
UPDATE contacts SET contact_key = r.value ->> 1, display_name = r.value ->> 2, identity = r.value ->> 3, book_name = r.value ->> 4,
    profile_name = r.value ->> 5, search_text = r.value ->> 6
FROM r
WHERE contacts.id = r.id
