CREATE INDEX commands_target ON commands (number_id, kind, target) WHERE state = 'queued'
