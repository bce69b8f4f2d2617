UPDATE assignment_rules SET label_id = :into WHERE label_id = :other
