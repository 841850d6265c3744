"""Addresses of the workplace. A number may hold a dot and hyphens."""

from django.urls import URLPattern, path

from nadzor.workplace import board, bulk, inbox, intake, proceeding, signing_in, steps

urlpatterns: list[URLPattern] = [
    path("", inbox.inbox, name="inbox"),
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-out/", signing_in.sign_out, name="sign-out"),
    path("password/", signing_in.new_password, name="password"),
    path("find/", inbox.search, name="search"),
    path("assign/", bulk.assign_chosen, name="assign-chosen"),
    path("control/", board.board, name="control"),
    path("intake/", intake.intake, name="intake"),
    path("case/<str:number>/", proceeding.proceeding, name="proceeding"),
    path("case/<str:number>/receipt/", intake.receipt, name="receipt"),
    path("case/<str:number>/party/<int:party>/", proceeding.open_party, name="open-party"),
    path("case/<str:number>/<slug:name>/", steps.step_page, name="step"),
]
