SELECT name, value FROM workspace
