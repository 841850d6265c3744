"""Order 102/2021 on supervision of legality and on analysis: its tables, in the order's own sequence."""
