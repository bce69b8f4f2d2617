UPDATE notes SET text = '', deleted_ms = :now_ms, deleted_by = CAST(:me AS BIGINT) WHERE id = :id AND deleted_ms IS NULL
