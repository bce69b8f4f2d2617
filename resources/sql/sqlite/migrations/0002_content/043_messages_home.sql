-- Whose message it is, where contacts were merged by a person and it isn't the conversation's own contact.
ALTER TABLE messages ADD COLUMN home_contact_id INTEGER
