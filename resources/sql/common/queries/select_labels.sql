SELECT b.id, b.name, b.color_index FROM labels b
