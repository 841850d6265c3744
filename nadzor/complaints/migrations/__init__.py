"""Steps of the schema, one after another."""
