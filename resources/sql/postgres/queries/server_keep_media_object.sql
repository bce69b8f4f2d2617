SELECT CASE WHEN tandem_finish_media(CAST(:sha256 AS text), CAST(:month AS bigint), CAST(:parts AS bigint), CAST(:size AS bigint), CAST(:mime AS text)) THEN 1 ELSE 0 END
