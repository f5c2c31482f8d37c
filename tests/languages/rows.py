"""The rows of settings that the tests take for the site's."""

from __future__ import annotations

NBSP = "\u00a0"
LANGUAGES = [
    {
        "code": "kk",
        "name": "Қазақша",
        "locale": "kk",
        "og": "kk_KZ",
        "alphabet": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "quotes": "«»“”",
        "long_day": f"y{NBSP}'ж'.{NBSP}d{NBSP}MMMM",
        "long_month": f"y{NBSP}'ж'.{NBSP}MMMM",
        "medium_day": f"y{NBSP}'ж'. d{NBSP}MMM",
        "medium_month": f"y{NBSP}'ж'. MMM",
        "enclitics": "да де та те ма ме ба бе па пе",
    },
    {
        "code": "ru",
        "name": "Русский",
        "locale": "ru",
        "og": "ru_RU",
        # Without ё, which sorts as е.
        "alphabet": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "quotes": "«»„“",
        "long_day": f"d{NBSP}MMMM y{NBSP}'г'.",
        "long_month": f"LLLL y{NBSP}'г'.",
        "medium_day": f"d{NBSP}MMM y{NBSP}'г'.",
        "medium_month": f"LLL y{NBSP}'г'.",
        "proclitics": (
            "а без в во для до за и из или к как ко на над не ни но о об от по под при про с со"
            " у что гл. п. пп. см. ст. стр."
        ),
        "enclitics": "б бы ж же ли ль",
    },
    {
        "code": "en",
        "name": "English",
        "locale": "en_GB",
        "og": "en_GB",
        "alphabet": "abcdefghijklmnopqrstuvwxyz",
        "quotes": "“”‘’",
        "long_day": f"d{NBSP}MMMM y",
        "long_month": "MMMM y",
        "medium_day": f"d{NBSP}MMM y",
        "medium_month": "MMM y",
        "proclitics": "art. dr mr mrs ms no. p. pp.",
    },
]
