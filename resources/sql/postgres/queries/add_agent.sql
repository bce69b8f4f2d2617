SELECT tandem_add_agent(:login, :role, :verifier)
