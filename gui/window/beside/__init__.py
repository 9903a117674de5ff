"""The 参照文件: a second PDF laid beside the document."""
