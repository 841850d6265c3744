"""Which files are taken: documents, pictures, sound and film, archives. What a computer would run is refused."""

from typing import NamedTuple

from nadzor.law.words import Phrase

TYPES: dict[str, frozenset[str]] = {
    "application": frozenset(
        {
            *("pdf", "rtf", "zip", "json", "xml", "msword", "vnd.ms-excel", "vnd.ms-powerpoint", "x-zip-compressed"),
            "vnd.openxmlformats-officedocument.wordprocessingml.document",
            "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "vnd.openxmlformats-officedocument.presentationml.presentation",
            "vnd.oasis.opendocument.text",
            "vnd.oasis.opendocument.spreadsheet",
            *("pkcs7-mime", "pkcs7-signature", "x-pkcs7-signature", "octet-stream"),
        }
    ),
    "image": frozenset({"jpeg", "jpg", "png", "gif", "tiff", "bmp", "webp", "heic"}),
    "text": frozenset({"plain", "csv", "xml", "rtf"}),
    "audio": frozenset({"mpeg", "mp4", "ogg", "wav", "x-wav", "webm", "aac", "amr", "x-m4a"}),
    "video": frozenset({"mp4", "mpeg", "ogg", "webm", "quicktime", "x-msvideo", "3gpp"}),
}
ENDINGS = frozenset(
    {
        *("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "rtf", "txt", "csv", "xml", "json", "zip"),
        *("jpg", "jpeg", "png", "gif", "tif", "tiff", "bmp", "webp", "heic"),
        *("mp3", "m4a", "ogg", "oga", "wav", "aac", "amr"),
        *("mp4", "mpg", "mpeg", "avi", "mov", "webm", "ogv", "3gp"),
        *("p7s", "p7m", "cms", "sig"),  # electronic signatures
    }
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
REFUSED_TYPE = Phrase(
    "Мұндай файл қабылданбайды. Құжатты, суретті, дыбысты, бейнені немесе ZIP мұрағатын жіберіңіз.",
    "Такой файл не принимается. Пришлите документ, изображение, звук, видео или архив ZIP.",
    "Files of this kind are not taken. Send a document, a picture, sound, film or a ZIP archive.",
)


class Said(NamedTuple):
    """What is said of a file, and its first bytes. `name`, `content_type`: none where nothing is said."""

    name: str | None
    content_type: str | None
    head: bytes


def is_taken(said: Said) -> bool:
    """Whether a file is of a kind that is taken: by its ending, the type it is sent as, and its first bytes."""
    named = said.name is None or ("." in said.name and said.name.rpartition(".")[2].lower() in ENDINGS)
    return named and _is_taken_type(said.content_type) and not said.head.startswith(_PROGRAMS)


def _is_taken_type(content_type: str | None) -> bool:
    if content_type is None:
        return True
    family, _, kind = content_type.partition(";")[0].strip().lower().partition("/")
    return kind in TYPES.get(family, frozenset())
