SELECT tandem_merge_drafts(:keep, :lose)
