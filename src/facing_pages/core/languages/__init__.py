"""What the program knows of languages, and which language a text is in.

A language is one module in `data`, named by its two-letter code, with one record `LANGUAGE`. To
add one, write that module with what is known (every field but the code and the name may be left
out) and add its code to the list in `registry`. Nothing else names a language: the splitters, the
aligners and the readers of files ask the registry.
"""
