SELECT tandem_keep_partitions()
