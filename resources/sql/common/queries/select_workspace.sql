SELECT name, value FROM workspace WHERE substr(name, 1, 1) <> '_'
