SELECT s.entry FROM tandem_search_conversation(:match, :conversation_id, :message_mask, :count) s (entry)
