"""Appeals: how they are registered, considered, answered and filed."""
