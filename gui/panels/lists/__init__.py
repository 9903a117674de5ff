"""What all lists share: rows, filters, columns, groups, editing in the cell."""
