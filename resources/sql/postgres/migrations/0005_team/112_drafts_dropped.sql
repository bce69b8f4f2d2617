DROP TABLE drafts
