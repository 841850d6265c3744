"""The regime of an appeal: which law governs it beside the Instruction, chosen with its ground."""
