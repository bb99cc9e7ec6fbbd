"""A process that tests are forked from: each runs one test with one bug in place, and tells whether it passed."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import Phase, settings

from bot import app  # noqa: F401  what tests need is read once, here
from tests.faults import bugs_of_history  # noqa: F401  its bugs are among them
from tests.faults.bugs import BUGS, PLANTED

FAILED, PASSED, BROKEN = 1, 0, 2
QUIETLY = ("-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning")


class Verdict:
    """Whether the test itself passed or failed; what goes wrong around it does not count as either."""

    code = BROKEN

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and self.code is not FAILED:
            self.code = FAILED if report.failed else PASSED


def run(name: str) -> int:
    """Runs the test that must notice the bug, which Hypothesis does not make smaller once it has found it."""
    settings.register_profile("planted", phases=[Phase.generate], print_blob=False)
    settings.load_profile("planted")
    verdict = Verdict()
    os.environ[PLANTED] = name  # for bots that the test starts as processes of their own
    BUGS[name].plant()
    pytest.main([*QUIETLY, BUGS[name].caught_by], plugins=[verdict])
    return verdict.code


def main() -> None:
    """Reads the name of a bug a line, and answers with a verdict a line; what pytest says goes to a file."""
    log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            for stream in (1, 2):
                os.dup2(log, stream)
            code = run(line.strip())
            sys.stdout.flush()
            os._exit(code)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
