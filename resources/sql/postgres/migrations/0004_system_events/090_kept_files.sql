CREATE TABLE kept_files (
    sha256 text COLLATE "C" PRIMARY KEY,
    kept_ms bigint NOT NULL
)
