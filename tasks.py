"""What is done with this repository, as Invoke tasks: `python3 tasks.py` lists them.

On a machine with nothing but Python, `python3 tasks.py TASK` first makes `.venv` and installs the
hidden lock into it.
The words of this file stay plain enough for Python 3.6 to parse, so that an old Python can say
which one is needed.
"""

import hashlib
import importlib.util
import io
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SITE, TESTS, BENCH = (ROOT / ".lock" / name for name in ("site.txt", "tests.txt", "bench.txt"))
LOCKS = {"test": [SITE, TESTS], "lock": [SITE, TESTS], "bench": [SITE, BENCH]}
# Wheels only: building a package would fetch tools that no hash vouches for.
INSTALL = ["-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]


def bootstrap():
    """Run Invoke with the words of the command line, in an environment that holds the lock."""
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Minber needs Python 3.11 or newer; {sys.executable} is Python {found}.")
    locks = LOCKS.get("".join(sys.argv[1:2]), [SITE])
    own = sys.prefix == sys.base_prefix or Path(sys.prefix).resolve() == VENV
    if not own and importlib.util.find_spec("invoke") is None:
        sys.exit(missing("invoke"))
    python = environment(locks) if own else sys.executable
    hand_over([str(python), "-m", "invoke", "--search-root", str(ROOT)])


def environment(locks):
    """Return the Python of `.venv`; make or mend it first, unless its stamp names these locks.

    The stamp starts with the version of Python and goes on with the digest of each installed lock.
    It is away while pip works, so an environment that was cut short is made anew.
    """
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    digests = [hashlib.sha256(lock.read_bytes()).hexdigest() for lock in locks]
    wanted = "\n".join([sys.version, *digests])
    stamp = VENV / "stamp"
    found = stamp.read_text("utf-8") if stamp.exists() and python.exists() else ""
    if not found.startswith(wanted):
        if not found.startswith(sys.version) and Path(sys.prefix).resolve() != VENV:
            make_environment()
        stamp.unlink(missing_ok=True)
        install(python, locks)
        stamp.write_text(wanted, "utf-8")
    return python


def make_environment():
    """Make an empty `.venv` in place of what stands there."""
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        sys.exit(
            "This Python has no venv module. Install it (on Debian and Ubuntu: "
            "apt install python3-venv), then repeat the command."
        )
    import venv

    print("Making .venv (only this once) ...", flush=True)
    venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")


def install(python, locks):
    """Let pip install locks, each package by its hash."""
    print(
        "Installing the packages of", *(f".lock/{lock.name}" for lock in locks), "...", flush=True
    )
    files = [word for lock in locks for word in ("-r", str(lock))]
    if subprocess.call([str(python), *INSTALL, "-qq", *files]):
        sys.exit("The packages could not be installed; pip says why above. Is there a network?")


def missing(package):
    """Return what to say when the environment that is in use lacks a package."""
    command = ["python", *INSTALL, "-r", ".lock/site.txt", "-r", ".lock/tests.txt"]
    return f"{sys.prefix} has no package {package!r}. Install what is needed: {' '.join(command)}"


def hand_over(command):
    """Become the command, with the words of the command line behind it."""
    command += sys.argv[1:] or ["--list"]
    if os.name == "nt":  # where exec gives the prompt back before the task has ended
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606


if __name__ == "__main__":
    try:
        bootstrap()
    except KeyboardInterrupt:
        sys.exit(130)

# Only from here on may packages be used: what stands above runs before they are installed.
from invoke import Argument, Context, Exit, Task, task  # noqa: E402

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS = {
    "ruff check": ["-m", "ruff", "check"],
    "ruff format": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", LINT_IMPORTS, "--no-logo"],
}
PYTEST = ["-m", "pytest"]


@task
def build(c: Context, settings="pelicanconf.py", output="output"):
    """Build the site into a folder: all of it, or nothing."""
    build_site(settings, output)


@task
def bundle(c: Context, settings="pelicanconf.py", output="output"):
    """Build the site with archives to be read offline: ZIP, HTML, ZIM."""
    build_site(settings, output, "-e", "OFFLINE=true")


def build_site(settings, output, *words):
    """Let Pelican build; it would tell of settings that cannot be run in a traceback."""
    call("plugins.minber.desk.settings", "try_settings", settings)
    call("pelican", "main", ["content", "-s", settings, "-o", output, "--fatal=warnings", *words])


@task(
    help={
        "drafts": "show drafts and what is not published yet",
        "cards": "draw cards too, which stand beside their pages: index.png beside index.html",
    }
)
def serve(c: Context, port=8000, drafts=False, cards=False):
    """Show the site on this machine, built anew on every change."""
    call("plugins.minber.desk.serve", "serve", port, drafts, cards)


@task
def check(c: Context):
    """Print every problem of content/, without building."""
    call("plugins.minber.desk.check", "check")


@task
def status(c: Context):
    """Print every item with its state in each language."""
    call("plugins.minber.desk.status", "status")


class Kind(Argument):
    """The first word of `new`: campaigns and pages lie in no campaign, so a slug comes next."""

    campaign: Argument

    def set_value(self, value, cast=True):
        """Take the kind; leave the campaign empty where there is none."""
        super().set_value(value, cast)
        if value in ("campaign", "page"):
            self.campaign.value = ""


class New(Task):
    """A task whose words depend on its first word, which Invoke does not offer."""

    def get_arguments(self, ignore_unknown_help=None):
        """Return Invoke's own arguments, with a kind that knows the campaign."""
        plain, campaign, *others = super().get_arguments(ignore_unknown_help)
        kind = Kind(names=plain.names, positional=True)
        kind.campaign = campaign
        return [kind, campaign, *others]


@task(klass=New, help={"lang": "the language of the original"})
def new(c: Context, kind, campaign, slug, lang="kk"):
    """Start a text: KIND CAMPAIGN SLUG, or campaign|page SLUG."""
    call("plugins.minber.desk.new", "new", kind, campaign, slug, lang)


@task(
    help={
        "path": "the folder of the text, or the file to translate into",
        "to": "the language to translate into, where the path is a folder",
        "minor": "the original changed so little that all its translations still hold",
    }
)
def translate(c: Context, path, to="", minor=False):
    """Start a translation, or mark it as current again."""
    path = os.path.relpath(path, ROOT)
    call("plugins.minber.desk.translate", "translate", path, to, minor)


class Signatures(Task):
    """A task whose first word may be left out before a flag, which Invoke does not offer."""

    def get_arguments(self, ignore_unknown_help=None):
        """Return Invoke's own arguments; behind `signatures` a flag alone is no item."""
        item, *others = super().get_arguments(ignore_unknown_help)
        *before, last = sys.argv
        item.positional = not (before[-1:] == ["signatures"] and last.startswith("-"))
        return [item, *others]


@task(
    klass=Signatures,
    help={
        "item": "the petition as CAMPAIGN/ITEM; it may be left out before --fetch",
        "platform": "an id of the petition's routes, or the kind of one without a platform",
        "count": "the total on that platform; 9000+ when the source says over",
        "source": "the address where the count stands; only a count on paper needs none",
        "kind": "online, paper or verified; online unless given, paper on paper",
        "date": "the day, or the month as 2021-10; today unless given",
        "fetch": "ask the platforms that can be asked, of one petition or of all that are open",
    },
)
def signatures(c: Context, item, platform="", count="", source="", kind="", date="", fetch=False):
    """Add a count to a petition's ledger, or fetch counts."""
    if fetch:
        call("plugins.minber.desk.signatures", "fetch", item or "")
    else:
        cells = {"platform": platform, "count": count, "source": source, "kind": kind, "date": date}
        call("plugins.minber.desk.signatures", "add", item, cells)


@task
def test(c: Context):
    """Run every check, and pytest last; it gets the words after --."""
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    codes = {}
    for name, command in {**CHECKS, "pytest": [*PYTEST, *words]}.items():
        print(f"== {name}", flush=True)
        codes[name] = run(*command)
    failed = [name for name, code in codes.items() if code]
    if failed:
        raise Exit("Failed: " + ", ".join(failed), codes[failed[0]])


@task(
    help={
        "texts": "how many, with commas between several numbers",
        "runs": "how often each case is timed",
        "pictures": "so many news pieces with a photograph each, instead of the texts",
    }
)
def bench(c: Context, texts="300,3000", runs=5, pictures=0):
    """Time builds of made-up sites, beside Hugo and stock Pelican."""
    words = ["--sizes", texts, "--runs", str(runs), "--pictures", str(pictures)]
    call("tests.bench.run", "main", words)


@task(help={"upgrade": "take the newest of all that the requirements files do not name"})
def lock(c: Context, upgrade=False):
    """Write the hidden locks from the requirements files."""
    lock_file(SITE, "requirements.txt", upgrade)
    within = ("--constraints", ".lock/site.txt")
    lock_file(TESTS, "tests/requirements.txt", upgrade, *within)
    lock_file(BENCH, "tests/bench/requirements.txt", upgrade, *within)


def lock_file(lock, requirements, upgrade, *words):
    """Write a lock for every system and every Python from 3.11 on; no index is named in it."""
    words += ("--upgrade",) if upgrade else ()
    target = ["--universal", "--python-version", "3.11", "--output-file", f".lock/{lock.name}"]
    header = ["--custom-compile-command", "python3 tasks.py lock"]
    command = ["-m", "uv", "pip", "compile", "--quiet", "--generate-hashes", *target, *header]
    code = run(*command, requirements, *words)
    if code:
        raise Exit(code=code)


def call(module, function, *arguments):
    """Call a function at the root; what it returns is the exit code, and nothing counts as 0.

    The module is loaded only now, so that listing the tasks takes no time.
    """
    os.chdir(ROOT)
    # What an editor wrote must come through on any console, and `| head` must not end in a trace.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        loaded = importlib.import_module(module)
    except ModuleNotFoundError as problem:
        if str(problem.name).startswith("plugins"):
            raise
        raise Exit(missing(problem.name), 1) from None
    try:
        code = getattr(loaded, function)(*arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    if code:
        raise Exit(code=code)


def run(*words):
    """Run this environment's Python at the root, and return its exit code."""
    return subprocess.call([sys.executable, *words], cwd=ROOT)
