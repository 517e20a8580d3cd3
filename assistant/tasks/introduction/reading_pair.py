"""Which of the two people a sentence speaks of: one true thing of the mentee, or why it is this contact."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.language.people import TITLES
from assistant.language.spans import clause_after

_IRREGULAR = (
    r"ran|wrote|taught|built|rebuilt|sat|kept|won|made|went|set|drew|led|began|spoke|sang|took|grew|came|did|got|gave"
    r"|found|founded|held|brought|bought|sold|cut|drove|flew|swam|learnt|spent|stood|fought|lost|caught|met|saw|put"
)
_NO_VERB = (
    r"(?:this|his|its|hers|as|us|thus|plus|always|perhaps|across|towards|besides|yes|thanks|less|unless|lots|needs?"
    r"|wants?|hopes?|wishes|wished|needed|wanted|hoped|would|will|likes|agreed|agrees|says|asked|asks|thinks|seems|feels"
    r"|knows (?:about|of|that|nothing|me|us|her|him)|does(?:n['’]?t| not)|has(?:n['’]?t| not)"
    r"|(?:has|have|had)(?: \w+)? (?:agreed|said|asked|told|been (?:asked|told|wanting|looking)|okayed|confirmed"
    r"|accepted)"
    r"|did(?:n['’]?t| not)|(?:is|are|was|were)(?: \w+)?"
    r" (?:fine|happy|ok|okay|keen|up for|on board|willing|glad|aware|looking|hoping|wondering|asking|my|our|not"
    r"|(?:a|an old) friend|waiting|interested|free|here|there|excited|nervous|shy|nice|great|good)"
    r"|(?:is|are|was|were) (?:(?:very|quite|so|really|rather|too) )*\w+(?=[.,;!?]|$| (?:and|but)\b)|can(?:not|['’]t))\b"
)
_ADVERB = r"(?:(?:just|also|now|already|once|still|never|always|recently|currently|really|only|even) )*"
_DOES = (
    rf"(?!{_NO_VERB}){_ADVERB}(?!{_NO_VERB})(?:can (?!you\b)\w+|(?:has|have|had|is|was|are|were|{_IRREGULAR})|runs"
    r"|[a-z]{2,}(?:ed|s))\b [\w\"“£$€]"
)
_PLURAL = rf"(?!{_NO_VERB}){_ADVERB}(?!{_NO_VERB})(?:can|have|{_IRREGULAR}|\w{{2,}}ed|are \w+ing)\b [\w\"“£$€]"
_START = r"(?:^|[.!?;:,\n(–—-]\s*|\b(?:and|since|because|where|but|mentee|apprentice|trainee|student) )"
_OFFERS = (
    r"(?:hires?|picks?|recruits?|is (?:hiring|recruiting|looking for)|takes? on|employs?|has hired|trains|knows)\b"
)
"""What only a contact does."""
_HOLDS = r"(?:runs?|leads?|heads?|owns?|chairs?|directs?|manages?|buys?|teaches|judges?|edits?|is (?:the|in charge))\b"
"""What either may do, and a contact rather."""
_WOMAN = re.compile(
    r"^(?:mrs|ms|miss|dame|lady|sister|madame|signora|se[nñ]ora|sra|dra|frau.*|matron|pani)\.?$", re.IGNORECASE
)
_MAN = re.compile(
    r"^(?:mr|sir|lord|father|brother|pater|padre|monsignor|herr.*|monsieur|signor|se[nñ]or|imam)\.?$", re.IGNORECASE
)
_WISHES = r"(?:would like|would love|wants?|hopes?|needs|is looking for|wishes|dreams)\b"
_TOKENS = re.compile(r"\b(?:(?P<she>she|her|hers|herself|shes)|(?P<he>he|him|his|himself|hes))\b", re.IGNORECASE)
_PRONOUN = re.compile(
    rf"{_START}(?P<who>(?i:she|he)(?=['’]s (?!hoping|looking|asking|wondering|going|being)\w+ing\b| {_DOES})"
    rf"|(?i:they)(?=['’]re (?!hoping|looking|asking|wondering|going|being)\w+ing\b| {_PLURAL}))"
)
_WORKPLACE = (
    r"(?:group|firm|company|start-?up|lab|team|office|clinic|workshop|studio|department|practice|foundation|charity"
    r"|agency|bank|hospital|museum|yard)"
)
_THEM = re.compile(r"\b(?:introduce|connect|recommend|put) them (?:to|with|in touch)\b", re.IGNORECASE)
_FULL_STOP = re.compile(rf"(?<!\b[A-Z])(?<!\bmed)(?<!\bRev)[.!?](?=\s)|[:;\n]|(?<=[.!?])\s(?!{TITLES}\b)")


class Pair:
    """The mentee and the contact of one message, and what it says of either."""

    def __init__(self, message: str, mentee: str, contact: str, title: str = "") -> None:
        self._message = message
        self._mentee, self._contact = _called(mentee), _called(contact, title)
        self._used = {str(match.lastgroup) for match in _TOKENS.finditer(message)}
        self._told = "she" if _WOMAN.match(title) else "he" if _MAN.match(title) else ""
        self._she_or_he = self._genders()

    @property
    def pronoun(self) -> str:
        """The mentee's pronoun, when only the mentee can be meant."""
        mine = next((name for name, who in self._she_or_he.items() if who == "mentee" and name in self._used), "")
        if mine or not self._used:
            return mine or self._they()
        sure = len(self._used) == 1 and not self._she_or_he and self._told not in self._used
        return next(iter(self._used)) if sure else ""

    def about(self) -> str:
        """What the mentee has done or does; the pronoun stays, a name goes."""
        if self._mentee:
            beside = rf"(?:,? (?:who|whom)|(?:,[^.,;!?\n]{{2,60}},)(?: who)?)? (?P<keep>{_DOES})"
            named = re.search(
                rf"{_START}(?:[Mm]y (?:[a-z]+ ){{1,3}})?(?i:{self._mentee}){beside}"
                rf"|(?:\b(?:is|mentee,)|:|=) {self._mentee}, (?P<bare>{_DOES})",
                self._message,
            )
            if named:
                return clause_after(self._message, named.start(str(named.lastgroup)), 130)
        for match, who in self._pronouns():
            if who == "mentee":
                return clause_after(self._message, match.start("who"), 130)
        return ""

    def why(self) -> str:
        """What the contact does or did, with its subject."""
        if self._contact:
            named = re.search(
                rf"{_START}(?:[Mm]y (?:[a-z]+ ){{1,3}})?"
                rf"(?P<keep>(?i:{self._contact})(?: (?:at|of|from) (?:the )?[^.,;!?\n]{{2,40}}?)? {_DOES})"
                rf"|(?i:{self._contact}), who (?P<who>{_DOES})"
                rf"|(?:\b(?:is|contact,)|:|=) (?i:{self._contact}), (?P<bare>{_DOES})",
                self._message,
            )
            if named:
                return clause_after(self._message, named.start(str(named.lastgroup)), 130)
        for match, who in self._pronouns():
            if who == "contact":
                return clause_after(self._message, match.start("who"), 130)
        for match in re.finditer(rf"{_START}(?P<keep>(?i:her|his|their) {_WORKPLACE} {_DOES})", self._message):
            if self._near(match.start("keep"), 1) == "contact":
                return clause_after(self._message, match.start("keep"), 130)
        return ""

    def _they(self) -> str:
        theirs = any(who == "mentee" and match["who"].lower() == "they" for match, who in self._pronouns())
        return "they" if theirs or _THEM.search(self._message) else ""

    def _pronouns(self) -> Iterator[tuple[re.Match[str], str]]:
        for match in _PRONOUN.finditer(self._message):
            yield match, self._meant(match)

    def _meant(self, match: re.Match[str]) -> str:
        who = match["who"].lower()
        if who in self._she_or_he and len(self._she_or_he) == 2:
            return self._she_or_he[who]
        if len(self._used) == 2 and who != "they":
            return ""
        near = self._near(match.start("who"))
        does = re.sub(rf"^(?:['’]s)? ?{_ADVERB}", "", self._message[match.end("who") :])
        if re.match(_OFFERS, does):
            return "contact" if near in ("contact", "both") else ""
        if near == "both":
            return "" if re.match(_HOLDS, does) or who == self._told else "mentee"
        return near

    def _near(self, place: int, most: int = 9) -> str:
        """Who is named last before a place, sentence by sentence backwards; "both" when one sentence names both."""
        ends = [0, *(stop.end() for stop in _FULL_STOP.finditer(self._message, 0, place)), place]
        for start, end in list(reversed(list(pairwise(ends))))[:most]:
            part = self._message[start:end]
            named = [
                who
                for who, name in (("mentee", self._mentee), ("contact", self._contact))
                if name and re.search(rf"\b(?i:{name})\b", part)
            ]
            if named:
                return named[0] if len(named) == 1 else "both"
        return ""

    def _genders(self) -> dict[str, str]:
        """Whom "she" means and whom "he", where form tells."""
        told = self._told
        other = {"she": "he", "he": "she"}
        if told and other[told] in self._used:
            return {told: "contact", other[told]: "mentee"}
        if not self._mentee:
            return {}
        for match in _TOKENS.finditer(self._message):
            name, acts = str(match.lastgroup), match[0].lower() in ("she", "he")
            near = self._near(match.start(), 9 if acts else 1)
            does = re.sub(rf"^(?:['’]s)? ?{_ADVERB}", "", self._message[match.end() :])
            if acts and re.match(_WISHES, does):
                near = "mentee"
            elif acts and near == "both":
                if told == name or re.match(_HOLDS, does):
                    return {}
                near = "contact" if re.match(_OFFERS, does) else "mentee" if re.match(_DOES, does) else ""
            elif acts and near == "contact" and len(self._used) == 2:
                near = ""
            if near in ("mentee", "contact"):
                rest = {other[name]: "contact" if near == "mentee" else "mentee"} if len(self._used) == 2 else {}
                return {name: near, **rest}
        return {}


def _called(name: str, title: str = "") -> str:
    """A pattern for the names that a person goes by."""
    parts, title = name.split(), title.split(".")[0]
    names = {name, *(part for part in (parts[:1] + parts[-1:]) if len(part) > 2)}
    titled = rf"(?:{title}\.? (?:med\.? )?)?" if title else ""
    alone = rf"|(?:the )?{title}(?= [a-z])" if title else ""
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return rf"(?:{titled}(?:{known}){alone})" if name else ""
