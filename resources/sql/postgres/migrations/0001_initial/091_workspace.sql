CREATE TABLE workspace (
    name text COLLATE "C" PRIMARY KEY NOT NULL,
    value text COLLATE "C" NOT NULL
)
