CREATE TABLE media_chunks (
    month bigint NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    part bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (month, sha256, part)
) PARTITION BY RANGE (month)
