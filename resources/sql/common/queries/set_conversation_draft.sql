UPDATE conversations SET draft = :draft WHERE id = :id AND draft <> :draft
