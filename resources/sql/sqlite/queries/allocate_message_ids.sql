SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'messages'), 0) + 1, :count
