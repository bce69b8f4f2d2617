DELETE FROM waiting_values WHERE again = 0
