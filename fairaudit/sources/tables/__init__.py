"""Tables that people keep beside a case: CSV and workbooks into rows of cells, each with its place."""
