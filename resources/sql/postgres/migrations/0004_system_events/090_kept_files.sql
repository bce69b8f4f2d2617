CREATE TABLE kept_files (
    sha256 text PRIMARY KEY,
    kept_ms bigint NOT NULL
)
