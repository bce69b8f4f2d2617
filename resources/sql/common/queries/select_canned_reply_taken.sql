SELECT 1 FROM canned_replies WHERE shortcut = :shortcut AND id <> :id
