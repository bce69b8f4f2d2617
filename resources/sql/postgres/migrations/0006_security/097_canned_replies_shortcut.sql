-- Two agents may give the same shortcut to replies of their own.
CREATE UNIQUE INDEX canned_replies_shortcut ON canned_replies (shortcut, coalesce(owner_id, 0))
