#!/usr/bin/python3
"""Has the built program write digests, for forms.py and check.py to look at.

    Tests/Browser/written.py PROGRAM FOLDER

FOLDER, which is made anew, gets a folder of pages each: `seeds`, as `marsad demo` leaves them with
the list of all; `press`, of an archive of outlets that tell the same events, with an edited
article and a feed that fails; `hostile`, of a feed that would take the pages over; `quiet`, of a
week without a match. All forms, all languages.
"""

import pathlib
import shutil
import subprocess
import sys

from press import STORIES, Press

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FORMS = ["html", "markdown", "text", "json", "atom", "mail"]
LANGUAGES = ["ar", "fr", "en"]


def run(*command, may_complain=False):
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if result.returncode not in ((0, 1) if may_complain else (0,)):
        sys.exit(f"written.py: {' '.join(map(str, command))}\n{result.stderr[-2000:]}")


def write_digest(program, config, state, folder, *span):
    languages = [part for language in LANGUAGES for part in ("--language", language)]
    forms = [part for form in FORMS for part in ("--format", form)]
    run(program, "digest", "--config", config, "--state", state, "--output", folder, *languages,
        *forms, *span)


def settings(folder, feeds):
    """The shipped settings with other feeds, on the loopback."""
    shutil.copytree(ROOT / "config", folder)
    (folder / "feeds.yaml").write_text("feeds:\n" + "".join(
        f'  - {{id: {name}, url: "{address}", name: "{outlet["name"]}", language: {outlet["language"]}}}\n'
        for name, address, outlet in feeds))
    general = folder / "marsad.yaml"
    general.write_text(general.read_text()
                       .replace("# allow-networks:", "allow-networks:")
                       .replace("host-pause: 1 s", "host-pause: 0 s"))
    return folder


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    work = folder / ".work"
    work.mkdir(parents=True)

    run(program, "demo", "--output", work / "demo")
    shutil.copytree(work / "demo" / "digests", folder / "seeds", ignore=shutil.ignore_patterns("latest.*"))
    write_digest(program, ROOT / "config", work / "demo", folder / "seeds" / "all")

    press = Press()
    feeds = [(name, press.address(name), outlet) for name, (outlet, _) in STORIES.items()]
    broken = ("broken", press.address("broken"), {"name": "Panne d’essai", "language": "fr"})
    config = settings(work / "press-config", [*feeds, broken])
    names = [name for name, _, _ in feeds] + ["broken"]
    for press.edition in (0, 1):
        run(program, "poll", *names, "--config", config, "--state", work / "press", may_complain=True)
    write_digest(program, config, work / "press", folder / "press")
    write_digest(program, config, work / "press", folder / "quiet", "--since", "2020-01-01", "--until",
                 "2020-01-08")

    bad = {"name": "<b onclick=hostile=1>\\u202E {{x}} [a](javascript:hostile=1)", "language": "fr"}
    config = settings(work / "hostile-config", [("hostile", press.address("hostile"), bad)])
    run(program, "poll", "hostile", "--config", config, "--state", work / "hostile", may_complain=True)
    write_digest(program, config, work / "hostile", folder / "hostile")
    shutil.rmtree(work)
    text = (folder / "hostile" / "digest.fr.txt").read_text()
    if "hostile=1" not in text or "Panne" not in (folder / "press" / "digest.fr.txt").read_text():
        sys.exit("written.py: what was to be looked at is not there")
    print(f"{sum(1 for _ in folder.rglob('digest.*'))} files written into {folder}")


if __name__ == "__main__":
    main()
