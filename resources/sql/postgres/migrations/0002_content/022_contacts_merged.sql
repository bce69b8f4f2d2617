CREATE INDEX contacts_merged ON contacts (merged_into) WHERE merged_into IS NOT NULL
