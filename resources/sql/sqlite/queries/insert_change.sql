INSERT INTO changes (writer, body) VALUES (:writer, :body) RETURNING id, 0
