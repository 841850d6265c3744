"""What the applicant may do in an appeal, by its code."""
