-- Without an owner it is everybody's, which only leads may make.
CREATE TRIGGER signed_canned_replies BEFORE INSERT ON canned_replies FOR EACH ROW
    WHEN (NOT tandem_trusted() AND NOT tandem_leads()) EXECUTE FUNCTION tandem_signed('owner_id')
