"""Addresses of the public."""

from django.urls import URLPattern, path, re_path

from nadzor.portal import cabinet, confirm, doing, filing_views, kept_pages
from nadzor.portal.guide import guide
from nadzor.portal.memo import memo
from nadzor.portal.office_pages import office, offices, system_page
from nadzor.portal.views import follow, home
from nadzor.portal.words_page import words

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("can-help/", memo, name="memo"),
    path("follow/", follow, name="follow"),
    path("follow/answer.pdf", confirm.answer_pdf, name="answer-pdf"),
    path("follow/paper.pdf", confirm.paper_pdf, name="paper-pdf"),
    path("my/", cabinet.cabinet, name="cabinet"),
    path("my/enter/", cabinet.enter, name="cabinet-enter"),
    path("my/back/", cabinet.entered, name="applicants-callback"),
    path("confirm/<str:code>/", confirm.confirm, name="confirm"),
    path("who-considers/", guide, name="guide"),
    path("words/", words, name="words"),
    path("offices/", offices, name="offices"),
    path("offices/<slug:code>/", office, name="office"),
    path("system/", system_page, name="system"),
    path("follow/kept/", kept_pages.kept, name="kept"),
    re_path(r"^follow/kept\.(?P<form>pdf|json)$", kept_pages.kept_file, name="kept-file"),
    path("follow/<slug:name>/", doing.doing, name="follow-do"),
    path("file/", filing_views.start, name="file"),
    path("file/forget/", filing_views.forget, name="file-forget"),
    path("file/<uuid:ref>/later/", filing_views.later, name="file-later"),
    path("file/<uuid:ref>/receipt/", filing_views.receipt, name="file-receipt"),
    path("file/<uuid:ref>/receipt.pdf", filing_views.receipt_pdf, name="file-receipt-pdf"),
    path("file/<uuid:ref>/<slug:name>/", filing_views.step, name="file-step"),
]
