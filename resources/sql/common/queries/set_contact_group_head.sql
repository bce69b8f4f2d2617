UPDATE contacts SET merged_into = :head WHERE id = :old OR merged_into = :old
