"""Puts the index of the shipped rule files into the wheel, so that no installed copy reads a hundred YAML files to start."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleIndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the index when a wheel is built; a checkout makes its own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the index beside the rules of the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from fairaudit.engine.rulefiles.index import index_texts
        finally:
            sys.path.pop(0)
        self.folder = tempfile.TemporaryDirectory()
        for pack, text in index_texts(Path(self.root) / "rules").items():
            index = Path(self.folder.name) / f"{pack}.json"
            index.write_text(text, encoding="utf-8")
            build_data["force_include"][str(index)] = f"fairaudit/rules/index/{pack}.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if version != "editable":
            self.folder.cleanup()
