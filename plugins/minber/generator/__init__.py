"""The only room that knows Pelican: settings in, signals, generator, command line."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import console
from pelican.plugins import signals

from plugins.minber.generator.campaigns import CampaignGenerator
from plugins.minber.generator.messages import WITHOUT_ADDRESS, OwnCount, without_traceback
from plugins.minber.languages.words import MissingWord
from plugins.minber.pages.render import word_problem
from plugins.minber.problems import SiteRefused, report
from plugins.minber.release import replacing


class CampaignSite(Pelican):
    """Pelican's own run, whole or not at all."""

    def run(self) -> None:
        """Build beside the output folder and take its place; raises SiteRefused or NotASite."""
        logging.getLogger("pelican").addFilter(without_traceback)
        # Looking for cycles among what stays to the end anyway takes a tenth of the time.
        gc.disable()
        started = time.perf_counter()
        output = Path(self.output_path)
        try:
            with replacing(output) as staging:
                self.output_path = str(staging)
                campaigns = self._make()
                campaigns.finish()
            seconds = time.perf_counter() - started
            print(f"{campaigns.summary()} in {os.path.relpath(output)}; {seconds:.1f} s")
            if campaigns.is_nowhere():
                print(WITHOUT_ADDRESS)
        except SiteRefused as refusal:
            print(report(refusal.problems), file=sys.stderr)
            raise
        finally:
            self.output_path = str(output)
            # What is left now goes with the process; looking through it would take longer.
            gc.freeze()
            gc.enable()

    def _make(self) -> CampaignGenerator:
        """Let Pelican run; gives our generator, which has made all but what stands already."""
        found: list[CampaignGenerator] = []

        def note(generators: Iterable[Generator]) -> None:
            found.extend(each for each in generators if isinstance(each, CampaignGenerator))

        console.push_render_hook(OwnCount())
        try:
            with signals.all_generators_finalized.connected_to(note):
                super().run()  # type: ignore[no-untyped-call]
        except MissingWord as error:
            raise SiteRefused([word_problem(error)]) from error
        finally:
            console.pop_render_hook()
        return found[0]


def _get_generators(_: Pelican) -> type[Generator]:
    return CampaignGenerator


def register() -> None:
    """Pelican calls this for each plugin in PLUGINS."""
    signals.get_generators.connect(_get_generators)
