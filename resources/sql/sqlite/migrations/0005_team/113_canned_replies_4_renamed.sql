ALTER TABLE owned_replies RENAME TO canned_replies
