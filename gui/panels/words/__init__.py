"""What lists and cards say: values, rules, sentences, history; their looks and announcements."""
