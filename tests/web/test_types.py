"""The types in the comments of the pages' code are valid; `script/setup test` installs `tsc`."""

import json
import subprocess
from pathlib import Path

from kiosk.web.site_files import modules

HERE = Path(__file__).parent
TSC = HERE / "node_modules" / ".bin" / "tsc"


def test_types_hold(tmp_path):
    for place, content in modules().items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    config = json.loads((HERE / "tsconfig.json").read_text("utf-8"))
    config["include"] = ["js/**/*.js"]
    (tmp_path / "tsconfig.json").write_text(json.dumps(config))
    found = subprocess.run(
        [TSC, "-p", tmp_path], capture_output=True, text=True, check=False, timeout=120
    )
    assert found.returncode == 0, found.stdout
