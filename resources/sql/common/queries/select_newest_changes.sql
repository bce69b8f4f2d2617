SELECT id FROM changes ORDER BY id DESC LIMIT :count
