SELECT month, parts, size FROM media_objects WHERE sha256 = :sha256
