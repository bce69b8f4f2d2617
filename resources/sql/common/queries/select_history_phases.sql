SELECT number_id, phase, max(progress), count(*), sum(messages) FROM history_chunks GROUP BY number_id, phase
