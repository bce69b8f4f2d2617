DROP FUNCTION tandem_allow(text, text, text, text, text)
