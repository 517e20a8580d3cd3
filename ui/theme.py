"""How the page looks: slate neutrals, one hue, thin lines, fonts that come with the package."""

from pathlib import Path

from gradio.themes import Base, LocalFont
from gradio.themes.utils import colors, sizes

HEAD = """<style>@media (max-width: 800px) {
  .gradio-container { padding: 8px 10px 20px !important; }
  .gradio-container > .main { padding: 4px 0 !important; }
}</style>"""
"""Rules for what lies around the page's own parts, which the rules in `page.css` do not reach."""
CSS = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def theme() -> Base:
    """Calm in light and dark, with contrast of at least 4.5 to 1 for text."""
    return Base(
        primary_hue=colors.teal,
        neutral_hue=colors.slate,
        radius_size=sizes.radius_md,
        font=[LocalFont("IBM Plex Sans", weights=(400, 700)), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(  # pyright: ignore[reportUnknownMemberType]
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        button_primary_text_color="white",
        block_shadow="none",
        button_primary_shadow="none",
        block_label_text_color="*neutral_700",
        block_label_text_color_dark="*neutral_200",
        block_title_text_color="*neutral_700",
        block_title_text_color_dark="*neutral_200",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        input_placeholder_color="*neutral_600",
        input_placeholder_color_dark="*neutral_400",
    )
