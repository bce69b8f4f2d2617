CREATE INDEX message_search_tokens ON message_search USING gin (tokens)
