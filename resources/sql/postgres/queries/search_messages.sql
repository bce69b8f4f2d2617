SELECT s.entry FROM message_search s WHERE s.tokens @@ CAST(:match AS tsquery) AND s.entry < :before ORDER BY s.entry DESC LIMIT :count
