UPDATE notes SET text = :text, edited_ms = :now_ms WHERE id = :id AND deleted_ms IS NULL
