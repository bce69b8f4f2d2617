UPDATE agents SET away = :away WHERE id = :me
