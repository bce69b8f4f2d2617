UPDATE conversations SET draft = '' WHERE draft <> ''
