-- What was filled in last names customers, and a business account's templates are shared by numbers: each agent keeps their own.
ALTER TABLE template_values ADD COLUMN agent_id bigint NOT NULL DEFAULT coalesce(tandem_me(), 0)
