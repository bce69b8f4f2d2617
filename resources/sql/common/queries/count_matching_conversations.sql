SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.id > 0 /*condition*/ LIMIT :count) x
