INSERT INTO sealed_secrets (name, sealed, changed_ms) VALUES (:name, :sealed, tandem_clock_ms())
ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, changed_ms = excluded.changed_ms
