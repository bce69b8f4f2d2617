CREATE TABLE media_chunks_default PARTITION OF media_chunks DEFAULT
