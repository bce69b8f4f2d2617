DELETE FROM changes WHERE id < :before
