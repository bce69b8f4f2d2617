CREATE INDEX contact_names_contact ON contact_names (contact_id)
