"""Order 60/2002 on supervision in the socio-economic sphere: its tables, in the order's own sequence."""
