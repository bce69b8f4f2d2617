CREATE TRIGGER audit_number_granted AFTER INSERT ON agent_numbers FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('number.granted', 'agent', 'agent_id', 'number_id')
