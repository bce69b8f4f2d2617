-- Passwords reach the server only as SCRAM verifiers, computed by the client: no log and no statement ever holds the clear text.
CREATE FUNCTION tandem_is_verifier(verifier text) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/=]{16,64}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$', false)
