"""Files of every kind become titled blocks of plain text; a bad one is one sentence with what to do."""

import random

import pytest

from knowledge.reading import Block, Contents, Limits, Unreadable, read
from knowledge.reading.html import blocks_of_html
from tests.knowledge.papers import handbook, locked_pdf, pdf, slides, word_bomb, zipped

LIMITS = Limits(file_mb=2, unpacked_mb=10, members=50, seconds=20)
STRUCTURED = ("md", "docx", "odt", "epub", "rst", "adoc", "html")


def texts(contents: Contents, kind: str) -> list[str]:
    return [block.text for block in contents.blocks if block.kind == kind]


@pytest.mark.parametrize("ending", STRUCTURED)
def test_headings_lists_and_tables_survive(ending: str) -> None:
    contents = read(handbook(ending), f"hand.{ending}", LIMITS)
    headings = [(b.text, b.level) for b in contents.blocks if b.kind == "heading" and b.text != "Mentoring handbook"]
    assert [text for text, _ in headings] == ["First meeting", "Confidentiality", "Closing"]
    assert headings[0][1] == headings[2][1] < headings[1][1]
    assert texts(contents, "item") == ["Goals", "Rhythm"]
    assert texts(contents, "row") == ["Who: Mentee; Does what: sends the agenda", "Who: Mentor; Does what: listens"]
    assert "Agree on three things. Write them down." in texts(contents, "text")


@pytest.mark.parametrize("ending", [e for e in STRUCTURED if e != "odt"])
def test_the_title_is_the_documents_own(ending: str) -> None:
    assert read(handbook(ending), f"other-name.{ending}", LIMITS).title == "Mentoring handbook"


def test_a_document_without_a_title_is_called_by_its_first_heading_or_its_name() -> None:
    assert read(b"# Rules\n\nBe kind.", "x.md", LIMITS).title == "Rules"
    assert read(b"Be kind.", "house_rules-2.txt", LIMITS).title == "house rules 2"


def test_pdf_pages_and_headings_are_told() -> None:
    contents = read(handbook("pdf"), "hand.pdf", LIMITS)
    assert contents.blocks == (
        Block("heading", "First meeting", 1, "p. 1"),
        Block("text", "Agree on three things. Write them down.", 0, "p. 1"),
        Block("heading", "Closing", 1, "p. 2"),
        Block("text", "End well.", 0, "p. 2"),
    )


def test_pdf_page_numbers_and_running_heads_are_left_out() -> None:
    body = "Words of page"
    pages = [
        [(9, "Handbook 2026"), (11, f"{body} {n} are here."), (11, "They go on."), (9, str(n))] for n in range(1, 8)
    ]
    contents = read(pdf(pages), "hand.pdf", LIMITS)
    assert not any("Handbook 2026" in block.text or block.text.isdigit() for block in contents.blocks)
    assert sum(body in block.text for block in contents.blocks) == 7


def test_slides_have_their_numbers_tables_and_notes() -> None:
    contents = read(slides(), "deck.pptx", LIMITS)
    assert [(b.text, b.place) for b in contents.blocks] == [
        ("First meeting", "slide 1"),
        ("Agree on three things.", "slide 1"),
        ("Write them down.", "slide 1"),
        ("Say hello to everybody.", "slide 1, notes"),
        ("Who does what", "slide 2"),
        ("Who: Mentor; Does what: listens", "slide 2"),
    ]


def test_text_and_tables_of_values_are_read() -> None:
    assert texts(read(handbook("txt"), "a.txt", LIMITS), "item") == ["Goals", "Rhythm"]
    assert texts(read(handbook("csv"), "a.csv", LIMITS), "row") == [
        "Who: Mentee; Does what: sends the agenda",
        "Who: Mentor; Does what: listens",
    ]


@pytest.mark.parametrize(
    ("encoding", "note"), [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "not UTF-8, read as")]
)
def test_encodings_are_told_apart(encoding: str, note: str) -> None:
    text = "Café mentoring: naïve façade, “smart quotes”, über und später. " * 5
    contents = read(text.encode(encoding), "a.txt", LIMITS)
    assert contents.note.startswith(note)
    assert "Café mentoring: naïve façade" in contents.blocks[0].text


def test_a_wrong_ending_is_read_as_what_it_is_and_said() -> None:
    contents = read(handbook("docx"), "hand.pdf", LIMITS)
    assert (contents.kind, contents.note) == ("Word", "named like PDF, read as Word")
    assert read(handbook("pdf"), "hand.docx", LIMITS).kind == "PDF"
    assert read(handbook("html"), "page.txt", LIMITS).kind == "HTML"


def test_active_and_hidden_content_of_a_page_is_left_behind() -> None:
    page = """<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav>
    <script>steal()</script><p>Seen<span hidden> hidden</span><span style="display: none">gone</span></p>
    <img src="http://evil.example/x.png" alt="no"><iframe src="http://evil.example"></iframe><template>t</template>
    <svg><text>s</text></svg><p onclick="x()">Also <a href="javascript:x()">seen</a>.</p></body></html>"""
    assert blocks_of_html(page) == ("T", (Block("text", "Seen"), Block("text", "Also seen.")))


def test_markdown_pictures_comments_and_shortcodes_say_nothing() -> None:
    text = "Before.\n\n![x](http://evil.example/a.png)\n\n<!-- note -->\n\n{{< include a.md >}}\n\n"
    text += "::: {.callout}\nInside.\n:::\n"
    assert texts(read(text.encode(), "a.md", LIMITS), "text") == ["Before.", "Inside."]


BAD = {
    "empty": (b"", "a.md", "It is empty."),
    "only spaces": (b" \n\t\n", "a.md", "It is empty."),
    "an empty archive": (zipped(), "a.docx", "archive inside an archive"),
    "a scan": (pdf([[], []]), "scan.pdf", "no text (a scan). Run text recognition"),
    "locked": (locked_pdf(), "a.pdf", "locked with a password. Save a copy without one"),
    "old Office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a.doc", "old kind or locked"),
    "a broken PDF": (b"%PDF-1.7\nnothing more", "a.pdf", "damaged"),
    "a cut Word file": (handbook("docx")[:3000], "a.docx", "damaged"),
    "a broken Word file": (zipped(word__document_0_xml="<no xml"), "a.docx", "damaged"),
    "a broken slide deck": (zipped(ppt__presentation_0_xml="<no xml"), "a.pptx", "damaged"),
    "a broken book": (zipped(mimetype="application/epub+zip"), "a.epub", "damaged"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "a.md", "a picture, which is not read. Formats that are: Markdown"),
    "rich text": (b"{\\rtf1 hello}", "a.rtf", "rich text"),
    "no text at all": (bytes(random.Random(1).randbytes(4000)), "a.bin", "Formats that are read: Markdown"),
    "bytes named text": (b"abc\x00\x01\x02" * 99, "a.txt", "holds bytes that no text has"),
    "too large": (b"word " * 500_000, "a.txt", "files up to 2 MB are read. Split it, or raise MENTOR_MAX_FILE_MB"),
    "a bomb": (zipped(word__document_0_xml=b" " * 60_000_000), "a.docx", "would unpack to 60 MB"),
    "too many files": (zipped(**{f"f{n}": "x" for n in range(60)}), "a.docx", "It holds 60 files; at most 50"),
    "an archive in an archive": (zipped(a_0_md="# A"), "a.zip", "archive inside an archive"),
    "a page without words": (b"<html><body><script>x()</script></body></html>", "a.html", "no text that can be read"),
    "marks without words": (b"---\ntitle: x\n---\n\n![](a.png)\n", "a.md", "no text that can be read"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_one_sentence_with_its_reason_and_what_to_do(case: str) -> None:
    data, name, said = BAD[case]
    with pytest.raises(Unreadable) as refused:
        read(data, name, LIMITS)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "Traceback" not in str(refused.value)


def test_an_xml_bomb_is_not_set_off() -> None:
    try:
        contents = read(word_bomb(), "bomb.docx", LIMITS)
    except Unreadable as refused:
        assert "memory" in str(refused) or "damaged" in str(refused)
    else:
        assert contents.words < 100


def test_pandoc_reads_no_other_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    for name, text in {
        "a.rst": f"Title\n=====\n\n.. include:: {secret}\n\nEnd.\n",
        "a.adoc": f"= Title\n\ninclude::{secret}[]\n\nEnd.\n",
    }.items():
        try:
            contents = read(text.encode(), name, LIMITS)
        except Unreadable:
            continue
        assert not any("secret words" in block.text for block in contents.blocks)


@pytest.mark.parametrize("ending", ["html", "md"])
def test_deep_nesting_does_no_harm(ending: str) -> None:
    deep = "<div>" * 20_000 + "deep" + "</div>" * 20_000 if ending == "html" else "> " * 2_000 + "deep"
    data = f"<html><body>words {deep}</body></html>" if ending == "html" else deep
    try:
        read(data.encode(), f"a.{ending}", LIMITS)
    except Unreadable as refused:
        assert "no text" in str(refused)


def test_random_damage_never_ends_in_anything_but_a_sentence() -> None:
    chance = random.Random(7)
    for ending in ("docx", "pptx", "odt", "epub", "pdf", "html", "md"):
        whole = bytearray(handbook(ending))
        for _ in range(6):
            damaged = bytearray(whole)
            for _ in range(30):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            try:
                read(bytes(damaged), f"a.{ending}", LIMITS)
            except Unreadable:
                continue
