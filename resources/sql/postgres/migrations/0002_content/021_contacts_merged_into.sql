-- Merged by a person: this contact's messages lie in the other one's conversation until they are taken apart again.
ALTER TABLE contacts ADD COLUMN merged_into bigint REFERENCES contacts (id)
