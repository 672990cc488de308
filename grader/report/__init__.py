"""Result → terminal and HTML.

view      Result, source and texts → a View: plain data, all words said, all text inert
grids     Values → grids of numbers in which the cells that differ are known
prose     the course's Markdown → paragraphs of segments
source    a submission's source → lines of coloured segments
html      View → one file, by a template that was compiled beforehand
terminal  View → lines of styled segments, written with rich or plainly
"""
