CREATE UNIQUE INDEX canned_replies_shortcut ON canned_replies (coalesce(owner_id, 0), shortcut)
