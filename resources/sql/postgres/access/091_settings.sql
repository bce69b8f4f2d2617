-- Names that begin with an underscore are the store's own.
SELECT tandem_allow('admin', v.verb, 'workspace', v.columns, '@admin AND substr(name, 1, 1) <> ''_''')
FROM (VALUES ('INSERT', 'name, value'), ('UPDATE', 'value'), ('DELETE', '')) v (verb, columns)
