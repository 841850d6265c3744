"""Django's name for this room."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The room as Django knows it."""

    name = "nadzor.casework"
    label = "casework"

    def ready(self) -> None:
        """Fill the table of changes; read the years that an administrator has brought, look for newer at every request.

        Raises YearRefusal where one cannot be taken: nothing is reckoned by half a calendar.
        """
        from django.conf import settings  # noqa: PLC0415
        from django.core.signals import request_started  # noqa: PLC0415
        from django.db.models.signals import post_migrate  # noqa: PLC0415

        from nadzor.casework import (  # noqa: F401, PLC0415  # models are known only now
            delivery_checks,
            destruction,
            recalendar,
            yearfiles,
        )
        from nadzor.casework.structure import (  # noqa: F401, PLC0415
            entering,
            people,
            periods,
            places,
            reference,
            retention,
            service,
        )

        yearfiles.start(settings.DATA)
        request_started.connect(_look_for_years, dispatch_uid="years of the calendar")
        post_migrate.connect(_forget_rows, sender=self, dispatch_uid="ids of rows")


def _look_for_years(**_said: object) -> None:
    from django.conf import settings  # noqa: PLC0415

    from nadzor.casework import yearfiles  # noqa: PLC0415

    yearfiles.refresh(settings.DATA)


def _forget_rows(**_said: object) -> None:
    """Sent after `migrate` and after `flush`, which gives ids anew: what this process knows of rows is not true now."""
    from nadzor.casework import registers  # noqa: PLC0415
    from nadzor.organs import directory  # noqa: PLC0415

    registers.forget()
    directory.forget()
