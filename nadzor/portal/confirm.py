"""The page that the QR code of an answer leads to: is this paper ours; and the answer itself for its applicant."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import FileResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from nadzor.accounts.addresses import address_of
from nadzor.accounts.attempts import failed, too_many
from nadzor.accounts.models import Attempt
from nadzor.appeals.confirming import confirmed, digest_of_file
from nadzor.appeals.following import answer_file, paper_for
from nadzor.casework.files import LARGEST, is_whole, path_of
from nadzor.casework.looks import Way, looked
from nadzor.law.words import Phrase
from nadzor.papers.issuing import file_name, pdf_of
from nadzor.portal.doing import FOLLOWED, TOO_MANY, WAIT, misnamed
from nadzor.portal.views import followed_page

UNKNOWN = Phrase(
    "Мұндай коды бар қағаз жоқ. Кодты қағаздан қайта тексеріңіз; ол дұрыс болса, бұл қағазды біз жібермегенбіз. "
    "115 нөміріне хабарласыңыз.",
    "Бумаги с таким кодом нет. Сверьте код с бумагой; если он верен, эту бумагу отправили не мы. Позвоните по "
    "номеру 115.",
    "There is no paper with this code. Compare it with the paper; if it is right, this paper is not ours. Call 115.",
)
NO_FILE = Phrase("PDF файлын таңдаңыз.", "Выберите файл PDF.", "Choose the PDF file.")
TOO_LARGE = Phrase(
    "Файл 25 МБ-тан үлкен: біздің жауаптар ондай болмайды.",
    "Файл больше 25 МБ: наши ответы такими не бывают.",
    "The file is larger than 25 MB: no answer of ours is.",
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Tell what a code confirms. POST with a file tells whether it is that very file; nothing is kept of it."""
    address = address_of(request)
    if too_many(Attempt.Kind.TRACK, address):
        return render(request, "429.html", {"what": TOO_MANY, "todo": WAIT}, status=429)
    found = confirmed(code)
    if found is None:
        failed(Attempt.Kind.TRACK, address)
        return render(request, "portal/confirm.html", {"found": None, "unknown": UNKNOWN}, status=404)
    context: dict[str, object] = {"found": found}
    if request.method != "POST":
        return render(request, "portal/confirm.html", context)
    file = request.FILES.get("file")
    error = NO_FILE if file is None else TOO_LARGE if (file.size or 0) > LARGEST else None
    if error is not None or file is None:
        errors = [{"id": "id_file", "text": error}]
        return render(request, "portal/confirm.html", {**context, "error": error, "errors": errors}, status=422)
    same = digest_of_file(file.chunks()) == found.sha256
    return render(request, "portal/confirm.html", {**context, "compared": True, "same": same})


@never_cache
@require_POST
def paper_pdf(request: HttpRequest) -> HttpResponseBase:
    """Give a paper of the appeal that is followed, to who knows the surname too; ten wrong tries an hour."""
    kept, address = request.session.get(FOLLOWED), address_of(request)
    if not kept:
        return redirect("follow")
    if too_many(Attempt.Kind.TRACK, address):
        return render(request, "429.html", {"what": TOO_MANY, "todo": WAIT}, status=429)
    found = paper_for(kept, request.POST.get("paper", ""), request.POST.get("paper_surname", ""))
    if found is None:
        told = misnamed(request.POST.get("paper_surname", ""), address)
        return followed_page(request, error=told, status=422, field="paper_surname")
    try:
        content = pdf_of(found)
    except OSError as error:
        raise Http404 from error
    looked([found.proceeding_id], Way.FILE, by=None, address=address, what=file_name(found))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name(found)) or ""
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@never_cache
@require_POST
def answer_pdf(request: HttpRequest) -> HttpResponseBase:
    """Give the answer of the appeal that is followed, to who knows the surname too; ten wrong tries an hour."""
    kept, address = request.session.get(FOLLOWED), address_of(request)
    if not kept:
        return redirect("follow")
    if too_many(Attempt.Kind.TRACK, address):
        return render(request, "429.html", {"what": TOO_MANY, "todo": WAIT}, status=429)
    found = answer_file(kept, request.POST.get("surname", ""))
    if found is None:
        return followed_page(request, error=misnamed(request.POST.get("surname", ""), address), status=422)
    if not is_whole(found.sha256):  # gone or changed: what was not signed is given to nobody
        raise Http404
    try:
        content = path_of(found.sha256).open("rb")
    except OSError as error:
        raise Http404 from error
    looked([found.proceeding_id or 0], Way.FILE, by=None, address=address, what=found.name)
    answer = FileResponse(content, as_attachment=True, filename=found.name, content_type="application/pdf")
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
