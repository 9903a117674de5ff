"""Data only: lexicons, icons, translations, samples."""
