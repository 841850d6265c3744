"""The interface, version 1 (api.md): its rooms, its errors, its description."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI, Swagger
from ninja.openapi.schema import OpenAPISchema

from nadzor.api import appeals, law, proceedings, track
from nadzor.api.clients import Token
from nadzor.api.documents import SCHEMAS
from nadzor.api.errors import WRONG_METHOD, install, refused
from nadzor.law.words import Phrase


class Described(NinjaAPI):
    """An interface whose description holds the kernel's forms too."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        """Return the description with the schemas of the forms."""
        schema = super().get_openapi_schema(*args, **kwargs)
        schema["components"]["schemas"].update(SCHEMAS)
        return schema


api = Described(
    title="Nadzor",
    version="1",
    urls_namespace="api-v1",
    description="Appeals, proceedings, steps, the law. Errors: {error: {code, message, cites, fields}}.",
    auth=Token(),
    docs=Swagger(settings={"validatorUrl": None}),  # its badge would send our address to another host
)
install(api)
for _router in (appeals.router, proceedings.router, track.router, law.router):
    api.add_router("", _router)


def _shaped(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a refused method the one shape: ninja answers it outside its handlers of errors."""

    @wraps(view)
    def shaped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        said = view(request, *args, **kwargs)
        if said.status_code != 405:
            return said
        allowed = said["Allow"]
        answer = refused(405, "wrong_method", Phrase(*(text.format(allowed=allowed) for text in WRONG_METHOD)))
        answer["Allow"] = allowed
        return answer

    return shaped


def addresses() -> tuple[list[URLPattern | URLResolver], str, str]:
    """Return the addresses of the interface for `path`."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = _shaped(pattern.callback)
    return patterns, app, namespace
