"""Order 29/2023 on appeals and personal reception: its tables, in the order's own sequence."""
