SELECT c.id, k.display_name, k.identity, c.sort_ms, n.color_index, n.coexistence
FROM contacts k
JOIN conversations c ON c.contact_id = k.id
JOIN numbers n ON n.id = k.number_id
WHERE strpos(k.search_text, :wanted) > 0
ORDER BY c.sort_ms DESC LIMIT 5
