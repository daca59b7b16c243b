"""Plants a patch of faults in a copy of the project and expects the tests that it names to fail.

A patch opens with such lines, and then the reason: `build:` what to build of the preset dev,
`run:` the command, in the build folder, that must succeed without the fault and fail with it, and
`why:` what the fault would break. Where it has several faults, each with a test of its own, it has
a line `run:` for each. A fault that does not apply or compile is an error, not red.

The project's own build of the preset dev, which must be there, is the one without the fault.
"""

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
# One copy for all faults, one after the other, so that each compiles only what it changes.
COPY = PROJECT / "build" / "planted" / "project"
LEFT_OUT = {"build", ".git", "node_modules", "__pycache__", "dealtafel-data"}


class Fault(Exception):
    """What is wrong with a patch, or with what it met."""


def read_head(patch: Path) -> dict[str, list[str]]:
    head = {}
    for line in patch.read_text(encoding="utf-8").splitlines():
        if line.startswith(("---", "diff ")):
            break
        name, colon, value = line.partition(":")
        if colon and name in ("build", "run", "why"):
            head.setdefault(name, []).append(value.strip())
    missing = {"build", "run", "why"} - {name for name, values in head.items() if all(values)}
    if missing:
        raise Fault(f"{patch.name} does not say: {', '.join(sorted(missing))}")
    return head


def files_below(folder: Path) -> set[Path]:
    found = set()
    for path in folder.iterdir():
        if path.name in LEFT_OUT:
            continue
        found |= files_below(path) if path.is_dir() else {path}
    return found


def make_copy() -> None:
    """Makes the copy equal to the project. Only what differs is written, so that only that is
    compiled again; what a fault changed differs, and so is undone."""
    wanted = {path.relative_to(PROJECT) for path in files_below(PROJECT)}
    COPY.mkdir(parents=True, exist_ok=True)
    for path in {path.relative_to(COPY) for path in files_below(COPY)} - wanted:
        (COPY / path).unlink()
    for path in wanted:
        target = COPY / path
        if target.exists() and filecmp.cmp(PROJECT / path, target, shallow=False):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PROJECT / path, target)
        target.chmod((PROJECT / path).stat().st_mode)


def build(targets: str, quiet: bool = False) -> None:
    subprocess.run(["cmake", "--preset", "dev"], cwd=COPY, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "dev", "--target", *targets.split()],
                   cwd=COPY, check=True, stdout=subprocess.DEVNULL if quiet else None)


def succeeds(command: str, project: Path = COPY) -> bool:
    return subprocess.run(command, shell=True, cwd=project / "build" / "dev").returncode == 0


def expect_red(patch: Path) -> None:
    head = read_head(patch)
    for command in head["run"]:
        if not succeeds(command, PROJECT):
            raise Fault("a test fails without the fault too: " + command)
    make_copy()
    try:
        subprocess.run(["patch", "-p1", "--batch", "--forward", "-i", str(patch)], cwd=COPY,
                       check=True)
        build(head["build"][-1])
        blind = [command for command in head["run"] if succeeds(command)]
        if blind:
            raise Fault("not seen by " + ", ".join(blind) + ": " + head["why"][-1])
    finally:
        make_copy()


if __name__ == "__main__":
    try:
        expect_red(Path(sys.argv[1]).resolve())
    except (Fault, subprocess.CalledProcessError) as error:
        sys.exit(f"planted fault: {error}")
    print("red, as it should be")
