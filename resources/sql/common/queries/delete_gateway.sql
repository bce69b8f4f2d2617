DELETE FROM gateways WHERE name = :gateway
