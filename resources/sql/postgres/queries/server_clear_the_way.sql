SELECT tandem_clear_the_way(:patience_ms)
