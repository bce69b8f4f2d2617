-- Files that were taken into the media folder to be sent: those that nothing names a day later may go.
CREATE TABLE kept_files (
    sha256 TEXT PRIMARY KEY NOT NULL,
    kept_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID
