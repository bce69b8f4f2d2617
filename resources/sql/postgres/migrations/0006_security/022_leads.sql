CREATE FUNCTION tandem_leads() RETURNS boolean LANGUAGE sql STABLE RETURN coalesce(tandem_my_role() IN ('lead', 'admin'), false)
