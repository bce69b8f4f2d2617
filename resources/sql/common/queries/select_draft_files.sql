SELECT attachments FROM drafts WHERE attachments <> '[]'
UNION ALL
SELECT attachments FROM canned_replies WHERE attachments <> '[]'
