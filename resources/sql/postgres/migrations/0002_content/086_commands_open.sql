CREATE INDEX commands_open ON commands (id) WHERE state = 'queued'
