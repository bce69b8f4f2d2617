SELECT s.entry FROM tandem_search_messages(:match, :before, :count) s (entry)
