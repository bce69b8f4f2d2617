UPDATE notes SET text = '', deleted_ms = :now_ms WHERE id = :id AND deleted_ms IS NULL
