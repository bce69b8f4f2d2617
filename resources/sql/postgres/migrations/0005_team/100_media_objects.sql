CREATE TABLE media_objects (
    sha256 text PRIMARY KEY NOT NULL,
    size bigint NOT NULL,
    mime text NOT NULL,
    month bigint NOT NULL,
    parts bigint NOT NULL
)
