UPDATE numbers SET read_receipts = :read_receipts, typing = :typing WHERE id = :id
