CREATE INDEX outbox_files ON outbox (media_sha256) WHERE media_sha256 <> ''
