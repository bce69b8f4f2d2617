CREATE TRIGGER audit_number_withdrawn AFTER DELETE ON agent_numbers FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('number.withdrawn', 'agent', 'agent_id', 'number_id')
