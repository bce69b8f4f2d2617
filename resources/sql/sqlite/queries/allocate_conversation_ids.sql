SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'conversations'), 0) + 1, :count
