"""Write docs/checks.md from the checks and their examples."""

from pathlib import Path

from assistant.explaining import as_table

if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / "docs" / "checks.md").write_text(as_table(), encoding="utf-8")
