CREATE VIRTUAL TABLE message_search USING fts5 (tokens, content = '', columnsize = 0, tokenize = 'ascii', prefix = '1 2')
