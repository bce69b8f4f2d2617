INSERT INTO workspace (name, value) VALUES ('_search_version', '1')
