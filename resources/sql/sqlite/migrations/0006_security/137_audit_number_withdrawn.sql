CREATE TRIGGER audit_number_withdrawn AFTER DELETE ON agent_numbers FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'number.withdrawn', 'agent', CAST(OLD.agent_id AS TEXT), OLD.number_id, NULL,
        json_object('number_id', OLD.number_id));
END
