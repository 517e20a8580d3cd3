"""Facts about the room of a training session: who and how many come, where, and what somebody there needs."""

import re

from assistant.language.facts import number
from assistant.language.spans import tidy
from assistant.model import Facts

PEOPLE = (
    r"(?:people|persons|participants?|mentors?|mentees?|volunteers?|trainees?|nurses?|teachers?|managers?"
    r"|supervisors?|engineers?|apprentices?|students?|leads?|leaders?|foremen|seniors?|juniors?|staff|colleagues?"
    r"|buddies|tutors?|coaches|doctors?|midwives|officers?|cooks|chefs|drivers?|welders?|technicians?|researchers?"
    r"|employees|workers|members|librarians?|developers?|postdocs?|professors?|sergeants|of them|of us)"
)
COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen"
    r"|nineteen|(?:twenty|thirty|forty|fifty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|sixty|a dozen)"
)
_THINGS = (
    r"(?:papers|numbers|orders|letters|computers|posters|matters|offers|others|summers|dinners|errors|doors|floors"
    r"|sensors|mirrors|monitors|chapters|answers|timers|printers|filters|containers|folders|servers|routers|registers"
    r"|dangers|fingers|powers|layers|flowers|borders|quarters|customers|users|passengers|visitors|consumers|newcomers)"
)
KIN = (
    rf"(?:(?!{_THINGS}\b)[a-z][\w-]*(?:ers|ors|ists|ians|women|mates)|(?:work|crafts|trades|fore)men|\w*(?:students|kids)"
    r"|residents|agents|assistants|accountants|consultants|attendants|clerks|guards|guides|pilots|interns|medics"
    r"|mechanics|analysts|crew|team|staff|squad|committee|cohort)"
)
"""Words for several people by their endings, and for a group; those whom they serve are not in the room."""
SET = r"(?:our|my|the|some|new|all|a (?:group|bunch|room|team|class) of)"
_UNIT = r"(?:hours?|hrs?|min(?:ute)?s?|days?|weeks?|months?|years?|times|sessions?|rounds?)"
_CROWD = re.compile(
    rf"\b(?<!room )(?<!hall )(?P<n>\d{{1,2}}|{COUNT}) (?!(?:{_UNIT}|for|with|to|and|on|at|in)\b)"
    rf"(?P<who>(?:[\w'’-]+ ){{0,3}}?{PEOPLE}(?! {PEOPLE})(?: (?:from|in|of|at"
    rf"|on) (?:the |our |my )?"
    r"[\w'’&-]+(?: [A-Z][\w'’-]+)*)?)",
    re.IGNORECASE,
)
_WHO = re.compile(
    rf"\b(?:for|with|train(?:ing)?|teach(?:ing)?|room of|group of|bunch of) (?:my |our |the |some |a (?:room|group"
    rf"|bunch)"
    rf" of )?(?P<who>(?!a |an )(?:[\w'’-]+ ){{0,2}}?{PEOPLE})\b",
    re.IGNORECASE,
)
_AFTER_WHO = r"(?=[.,;!?\n]|$| \(| (?!(?:and|of)\b)[a-z])"
_FROM = r"(?: from (?:the|our) [\w'’-]+(?: [\w'’-]+(?=[.,;!?\n]|$))?)?"
_WHO_BY_FORM = re.compile(
    r"\b(?:(?:(?<!ing )|(?<=training )|(?<=evening )|(?<=morning ))(?:for|with|to)|teach(?:ing)?|train(?:ing)?) "
    rf"(?P<who>{SET} (?:[\w'’-]+ ){{0,2}}?{KIN}{_FROM}){_AFTER_WHO}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?:for|with|to|of|have|got|are|be|teach(?:ing)?|train(?:ing)?) (?P<n>\d{{1,2}}|{COUNT}) "
    rf"(?P<who>(?:(?!{_UNIT}\b)[\w'’-]+ ){{0,2}}?{KIN}{_FROM}){_AFTER_WHO}",
    re.IGNORECASE,
)
_ALL_OF_US = re.compile(
    rf"\b(?:all|most)(?: of (?:us|them))?(?: are)? (?P<who>(?!the |my |our )(?:[\w'’-]+ ){{0,2}}?(?:{KIN}|{PEOPLE})"
    r"(?: (?:in|from|at|of) (?:the )?[\w'’-]+)?)(?=[.,;!?\n]|$| and\b)",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\b(?:(?:we|there)(?:['’](?:re|s)| are| will be|['’]ll be)|(?:group|room|class|team) of)(?: about| around)? "
    rf"(?P<n>\d{{1,2}}|{COUNT})(?=[.,;!?)\n]| of us\b| in (?:all|total)\b| altogether\b|$)",
    re.IGNORECASE,
)
"""How many there are, without a word for who they are ("we are nine")."""
_SOMEBODY = (
    rf"(?:(?:one|two|three|some(?:body|one)?|a few|a couple|another)\b(?! {_UNIT}\b)(?: of (?:them|us|the [\w-]+"
    r"|my [\w-]+))?"
    r"|(?-i:(?:Old |Our |My |old |our |my )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?"
    r"(?!(?:The|This|That|These|It|We|They|I|You|He|She|What|When|How|If|Our|My|Plan|Topic|Training|Workshop|Session"
    r"|Please|Also|And|But|So|Nobody|Everyone|Everybody|People|Most|All|Half|There|Make|Help|Give)\b)"
    r"[A-ZÀ-Þ][\wÀ-ÿ'’-]+)|an? (?:\w+ ){1,2}who)"
)
_NEED = (
    r"(?:lip-?reads?|stammers?|stutters?|signs(?=[.,;!?\n]|$| and\b)"
    r"|(?:is|are) (?:(?:very|quite|heavily|almost|also|partly|a bit) )*(?:deaf|blind|hard of hearing|partially sighted"
    r"|colou?r[- ]?blind|pregnant|autistic|dyslexic|dyspraxic|epileptic|asthmatic|diabetic|in a wheelchair|on crutches)"
    r"|(?:uses?|needs?|wears?|with|has|have|in|on|(?:walks?|gets? (?:around|about)) (?:with|in|on)) (?:an? |two )?"
    r"(?:\w+ )?(?:wheelchair|crutches|walking (?:stick|frame)|hearing (?:aids?|loss)|large print|interpreter|autism"
    r"|adhd|dyslexia|dyspraxia|epilepsy|asthma|diabetes|bad (?:back|knees?|hips?|legs?))"
    r"|(?:has|have|is|are|with)\b[^.,;!?\n]{1,30} (?:second|third) language"
    r"|(?:can['’]?t|cannot|can hardly|can barely) (?:read (?:small|fine|tiny)|see (?:well|much|far|the screen)"
    r"|hear (?:well|much|on)|(?:stand|sit|walk|kneel) (?:for )?(?:long|far|down)"
    r"|(?:climb|do|manage|use) (?:the )?(?:stairs|steps))"
    r"|speaks? (?:only )?(?:little|no|hardly any|almost no) (?-i:[A-Z])\w+)"
)
_SERVED = r"(?:patients|clients|customers|guests|parents|users|visitors|pupils|passengers|residents)"
_NEEDS = re.compile(
    rf"(?:^|[.!?;,:(\n] ?|\b(?:and|but|because|as) )(?P<keep>{_SOMEBODY}(?! (?:\w+ )?{_SERVED}\b)[^.;!?\n]{{0,30}}? "
    rf"{_NEED}\b[^.,;!?()\n]{{0,50}})",
    re.IGNORECASE,
)
_NEEDS_END = re.compile(
    r" (?:so|but|because|which|though|and (?:i|we|it|they|you|the|there|so|that|our|my|please|another|one))\b.*$",
    re.IGNORECASE,
)
VENUE = (
    r"(?:hall|room|office|library|canteen|kitchen|classroom|church|centre|center|studio|theatre|caf[eé]|gym"
    r"|boardroom|auditorium|museum|clinic|staffroom|common room|meeting room|depot|barn|clubhouse|pub|gallery|hut|tent"
    r"|shed|hangar)"
)
_PLACE = (
    re.compile(
        r"\b(?:hours?|hrs|h|min(?:ute)?s?|days?|\w+day|\d ?[ap]m|session|workshop|training|course|morning|afternoon"
        rf"|evening|\d{{1,2}}:\d\d|\d(?:st|nd|rd|th)),? (?:in|at) "
        rf"(?P<keep>(?:the|our|my) (?:[\w'’-]+ ){{0,2}}?{VENUE})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?i:in|at) (?P<keep>(?:Room|Hall|Building) \w+)\b"),
    re.compile(
        rf"\b(?i:for|with|to) (?i:{SET}|\d{{1,2}}) (?:[\w'’-]+ ){{0,2}}?(?i:{KIN}) in "
        r"(?P<keep>(?!(?:Sales|Finance|Marketing|Operations|Engineering|Accounts|January|February|March|April|May|June"
        r"|July|August|September|October|November|December)\b)[A-ZÀ-Þ][a-zà-ÿ]{3,}(?: [A-ZÀ-Þ][\wÀ-ÿ]+)*)"
        r"(?=[.,;!?\n]|$)"
    ),
)
_WHOLE_BEFORE = re.compile(
    r"(?:\b(?:are|be|were|have|got|all|with|for|teach|train)|['’]re)(?: the| about)? $", re.IGNORECASE
)
_MOST_PEOPLE, _MOST_OF_A_PART = 60, 6
"""How many a room holds, and from how many on "… of them" means all of them."""


def crowd(message: str) -> Facts:
    """How many come and who they are, by the names of their fields."""
    for match in _CROWD.finditer(message):
        part = match["who"].startswith("of ") and not _WHOLE_BEFORE.search(message[: match.start()])
        if (count := _count(match["n"])) and not (part and count < _MOST_OF_A_PART):
            who = tidy(re.sub(r" of (?:them|us)$", "", match["who"], flags=re.IGNORECASE))
            plain = who.lower() in ("people", "persons", "participants", "of them", "of us")
            return {"people": count} if plain else {"people": count, "who": who}
    facts: Facts = {}
    counted = _COUNTED.search(message)
    if (heads := counted or _HEADS.search(message)) and (count := _count(heads["n"])):
        facts["people"] = count
        if counted:
            return facts | {"who": tidy(counted["who"])}
    match = _WHO.search(message) or _WHO_BY_FORM.search(message) or _ALL_OF_US.search(message)
    if match and match["who"].lower() not in ("people", "them"):
        who = tidy(match["who"])
        facts["who"] = re.sub(rf"^{SET} ", "", who, flags=re.IGNORECASE) if "people" in facts else who
    return facts


def _count(said: str) -> int:
    """A number of people that a room can hold, else 0."""
    count = 12 if "dozen" in said.lower() else number(said)
    return int(count) if count is not None and 2 <= count <= _MOST_PEOPLE else 0


def place(message: str) -> str:
    """Where it is, when the words next to it are those of a session or a room."""
    return next((match["keep"] for pattern in _PLACE if (match := pattern.search(message))), "")


def needs(message: str) -> str:
    """What somebody in the room needs, with who it is."""
    match = _NEEDS.search(message)
    return tidy(_NEEDS_END.sub("", match["keep"])) if match else ""
