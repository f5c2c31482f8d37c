"""Jinja for each language: its words and filters, and short cuts for what every page asks for.

Templates are compiled when a page first needs them, once for all languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import CodeType
from typing import Any, NoReturn

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, UndefinedError
from jinja2.runtime import Context, Macro
from markupsafe import Markup as SafeHtml

from plugins.minber.languages.filters import filters
from plugins.minber.languages.settings import Language
from plugins.minber.languages.words import Words

REPEATED = frozenset(("breadcrumbs", "navigation", "teaser", "time"))
"""Macros that many pages call with the same arguments, and whose answers are remembered."""

_REMEMBERED = 1 << 11
"""How many answers: more than the pages of one folder have in common."""


def environments(
    base: Environment, languages: tuple[Language, ...], words: Mapping[str, Words]
) -> dict[str, Environment]:
    """The environment of each language; `base` gives loader, extensions, filters and globals."""
    own = {each.code: filters(each, words[each.code], languages) for each in languages}
    # Were a filter there already, what it makes of constants would become part of the code.
    compiler = _like(base, Environment, dict.fromkeys(next(iter(own.values())), _not_yet))
    compiler.install_gettext_callables(_not_yet, _not_yet, newstyle=True)  # type: ignore[attr-defined]
    loader = _CompiledOnce(compiler)
    made = {}
    for code, its_filters in own.items():
        made[code] = _like(base, _OneLanguage, its_filters)
        made[code].loader = loader
        sentence = _Sentence(words[code])
        made[code].globals |= {"_": sentence, "gettext": sentence, "ngettext": sentence.counted}
    return made


def _like(
    base: Environment, kind: type[Environment], own: Mapping[str, Callable[..., Any]]
) -> Environment:
    environment = kind(
        loader=base.loader,
        extensions=list(base.extensions),
        undefined=base.undefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters |= {**base.filters, **own}
    environment.tests |= base.tests
    environment.globals |= base.globals
    return environment


def _not_yet(*_: object) -> NoReturn:
    raise LookupError("only the environment of a language knows this")


class _CompiledOnce(BaseLoader):
    """Templates without the way back to their files, which nobody changes during a build."""

    def __init__(self, compiler: Environment) -> None:
        self._code = cache(lambda name: _compiled(compiler, name))

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        code = self._code(name)
        return environment.template_class.from_code(environment, code, globals or {})


def _compiled(compiler: Environment, name: str) -> CodeType:
    if compiler.loader is None:
        raise TemplateNotFound(name)
    source, path, _ = compiler.loader.get_source(compiler, name)
    return compiler.compile(source, name, path)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What `_("id", name=value)` gives: words with their values, which are escaped."""

    words: Words
    _without_values: dict[str, SafeHtml] = field(default_factory=dict)

    def __call__(self, key: str, /, **values: object) -> SafeHtml:
        if values:
            return SafeHtml(self.words.gettext(key)) % values  # noqa: S704 - read without markup
        if key not in self._without_values:
            self._without_values[key] = SafeHtml(self.words.gettext(key)) % {}  # noqa: S704
        return self._without_values[key]

    def counted(self, key: str, plural_key: str, n: int, /, **values: object) -> SafeHtml:
        """The form that goes with the number n, which is %(num)s unless that is given."""
        form = self.words.ngettext(key, plural_key, n)
        return SafeHtml(form) % {"num": n, **values}  # noqa: S704


class _Context(Context):
    def call(
        self,
        called: Any,
        /,
        *args: Any,
        _block_vars: Any = None,
        _loop_vars: Any = None,
        **named: Any,
    ) -> Any:
        """As Jinja's, but macros and sentences, most of what is called, are asked nothing first."""
        kind = type(called)
        if kind is Macro and called.name in REPEATED:
            return self.environment.remembered(called, *args, **named)  # type: ignore[attr-defined]
        if kind is Macro or kind is _Sentence:
            return called(*args, **named)
        return super().call(called, *args, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


class _OneLanguage(Environment):
    context_class = _Context

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Typed, for a text and HTML of the same letters are equal.
        self._kept = lru_cache(_REMEMBERED, typed=True)(_called)

    def remembered(self, macro: Macro, *args: Any, **named: Any) -> str:
        """What a macro gives: it sees nothing but its arguments, and views do not change."""
        try:
            return self._kept(macro, *args, **named)
        except (TypeError, UndefinedError):
            # Such an argument cannot be looked up; or the macro is at fault, and says so again.
            return macro(*args, **named)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The same for all templates, so that an import need not compare them name by name."""
        return super().make_globals(d) if d else self.globals


def _called(macro: Macro, /, *args: Any, **named: Any) -> str:
    return macro(*args, **named)
