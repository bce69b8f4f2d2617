CREATE INDEX commands_failed ON commands (done_ms) WHERE state = 'failed'
