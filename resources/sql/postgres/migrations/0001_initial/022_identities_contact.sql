CREATE INDEX identities_contact ON identities (contact_id)
