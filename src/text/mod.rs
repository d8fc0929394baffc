//! Letters and columns: folding for search, spellings, collation, width, sanitising; knows nothing of plans.
