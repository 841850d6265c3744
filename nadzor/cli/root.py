"""The root of the command line. Commands stand in the modules beside it; those that need Django import it when run."""

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nadzor")
def cli() -> None:
    """Nadzor: the information system of a prosecutor's office. Run it, ask its law, look after its records."""
