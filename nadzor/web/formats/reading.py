"""How people type a day, in all three languages: "5.3.2026", "5 3 2026", "05032026", "5,3,26" (Kazakh layout)."""

DAYS = [
    *("%d.%m.%Y", "%d.%m.%y", "%d %m %Y", "%d %m %y", "%d,%m,%Y", "%d,%m,%y", "%d/%m/%Y", "%d-%m-%Y"),
    *("%d%m%Y", "%Y-%m-%d"),
]
TIMES = ["%H:%M", "%H.%M", "%H %M", "%H:%M:%S", "%H:%M:%S.%f"]
INSTANTS = [f"{day} {time}" for day in DAYS for time in TIMES] + ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
