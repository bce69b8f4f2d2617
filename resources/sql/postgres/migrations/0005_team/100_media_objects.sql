CREATE TABLE media_objects (
    sha256 text COLLATE "C" PRIMARY KEY NOT NULL,
    size bigint NOT NULL,
    mime text COLLATE "C" NOT NULL,
    month bigint NOT NULL,
    parts bigint NOT NULL
)
