SELECT tandem_merge_labels(:into, :other)
