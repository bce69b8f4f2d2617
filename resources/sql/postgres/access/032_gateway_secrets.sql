-- What is sealed is the gateways' alone.
SELECT tandem_allow('gateway', v.verb, 'sealed_secrets', '', '') FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS v (verb)
