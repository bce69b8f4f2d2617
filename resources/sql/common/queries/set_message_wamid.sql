UPDATE messages SET wamid = :wamid WHERE id = :id
