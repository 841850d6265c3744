"""Addresses of the workplace. A number may hold a dot and hyphens."""

from django.urls import URLPattern, path, register_converter

from nadzor.workplace import (
    access_log,
    board,
    bulk,
    downloads,
    inbox,
    intake,
    proceeding,
    roots,
    signing_in,
    statistics,
    steps,
    structure,
    structure_change,
)

register_converter(roots.DayConverter, "day")

urlpatterns: list[URLPattern] = [
    path("", inbox.inbox, name="inbox"),
    path("list.xlsx", inbox.inbox_table, name="inbox-table"),
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-out/", signing_in.sign_out, name="sign-out"),
    path("password/", signing_in.new_password, name="password"),
    path("find/", inbox.search, name="search"),
    path("assign/", bulk.assign_chosen, name="assign-chosen"),
    path("control/", board.board, name="control"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/statistics.xlsx", statistics.statistics_book, name="statistics-book"),
    path("statistics/statistics.pdf", statistics.statistics_paper, name="statistics-paper"),
    path("statistics/list/", statistics.statistics_list, name="statistics-list"),
    path("statistics/list.xlsx", statistics.statistics_list_table, name="statistics-list-table"),
    path("intake/", intake.intake, name="intake"),
    path("looks/", access_log.access_log, name="access-log"),
    path("journal/", roots.roots, name="roots"),
    path("journal/<day:day>/", roots.root, name="root"),
    path("structure/", structure.tree, name="structure"),
    path("structure/body/<slug:code>/", structure.body_page, name="structure-body"),
    path("structure/person/<int:pk>/", structure.person_page, name="structure-person"),
    path("structure/<slug:name>/<slug:on>/", structure_change.change_page, name="structure-change"),
    path("case/<str:number>/", proceeding.proceeding, name="proceeding"),
    path("case/<str:number>/receipt/", intake.receipt, name="receipt"),
    path("case/<str:number>/party/<int:party>/", proceeding.open_party, name="open-party"),
    path("case/<str:number>/file/<uuid:file>/", downloads.download, name="file"),
    path("case/<str:number>/<slug:name>/", steps.step_page, name="step"),
]
