SELECT id, writer, body FROM changes WHERE id > :after ORDER BY id
