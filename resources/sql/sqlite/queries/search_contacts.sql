SELECT c.id, k.display_name, k.identity, c.sort_ms, n.color_index, n.coexistence
FROM contacts k
CROSS JOIN conversations c
CROSS JOIN numbers n
WHERE instr(k.search_text, :wanted) > 0 AND c.contact_id = k.id AND n.id = k.number_id
ORDER BY c.sort_ms DESC LIMIT 5
