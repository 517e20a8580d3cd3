"""English verbs as feedback uses them: past acts that a camera would record, and words that only look like acts."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PAST = _words(
    "arose ate awoke beat became began bent bet bit blew bore bought bound broke brought built burnt burst came "
    "cast caught chose clung cost crept cut dealt did drank dreamt drew drove dug fed fell felt fled flew flung "
    "forbade foresaw forgave forgot fought found froze gave got grew ground heard held hid hit hung hurt kept knelt "
    "knew laid lay leant leapt learnt led left lent let lit lost made meant met misheard mislaid misled misread "
    "misspoke mistook outdid overheard overran overrode oversaw overshot overslept overspent overtook paid pled "
    "proofread put quit ran rang read rebuilt redid reran reset retook rewrote rode rose said sang sank sat saw "
    "sent set shed shone shook shot showed shrank shut slept slid slipped snuck sold sought spat sped spelt spent "
    "spilt split spoilt spoke sprang spread spun stank stole stood strode struck stuck stung swam swept swore swung "
    "taught thought threw thrust told took tore trod undercut underlined understood undertook undid upheld upset "
    "wept went withdrew withheld woke won wore wound wrote wrung"
)
"""Irregular past forms."""

PARTICIPLE = _words(
    "arisen beaten begun bitten blown borne bought broken brought built caught chosen come cut dealt done drawn "
    "driven drunk eaten fallen fed forgiven forgotten found frozen given gone grown heard held hidden hit kept "
    "knocked known laid led left lent let lit lost made met mistaken overrun overseen overtaken paid put read "
    "redone rerun rewritten ridden risen run rung said sat seen sent set shaken shown shut sold spent split spoken "
    "stood stolen stuck sung sworn taken taught thrown told torn undone withdrawn withheld won worn written"
)
"""Forms that follow "have" and tell of an act; "been", "become" and "got" tell of none."""

MENTAL = _words(
    "aimed annoyed appeared appreciated assumed became behaved believed bothered cared decided deserved "
    "disappointed disliked disrespected enjoyed excelled expected failed felt frustrated got grew had hated hoped "
    "hurt impressed improved intended intimidated knew lacked liked loved managed meant needed offended performed "
    "planned preferred proved refused remained resented scared seemed shone sounded struggled tended thought tried "
    "underperformed understood upset valued wanted was were wished worried"
)
"""Past forms that a camera would not record, or that need more to be an act."""

MENTAL_BASE = _words(
    "appear appreciate assume be believe belong bother care consider deserve do enjoy expect feel fit get grasp "
    "have hate hear hope intend know lack like live look love matter mean mind need own prefer realise realize "
    "respect seem struggle sound think trust try understand value want worry"
)
"""Base forms of the mind, of states and of little meaning."""

BASE_ACTS = _words(
    "add agree answer arrange arrive ask attach attend avoid begin block book bring build call carry change chase "
    "check choose circle clean clear climb close collect come compare complete confirm copy count cover cut date "
    "delete deliver describe do draft draw drop edit email end enter explain fasten file fill find finish fix flag "
    "focus follow gather get give go greet hand help hold initial inspect interrupt introduce invite join jump keep "
    "knock label lay lead leave let lift line list listen load lock log look make mark measure meet mention message "
    "mop move name note nod offer open order pack park pass pause phone pick plan point post practise practice "
    "praise prepare present press print pull push put raise re-read read record rehearse remind remove repeat reply "
    "report rerun review rewrite ring rinse run save say scan schedule send set share shout show shut sign sit skip "
    "sort speak spell split stack stand start state stay step stick stop store submit sum swap sweep switch take "
    "talk tap tell test text tidy touch track train try turn type update upload use wait walk warn wash watch wear "
    "weigh wipe wire write"
)
"""Base forms of acts, as in "saw you wipe it" or "please wipe it"."""

_ED_NOT_VERB = _words(
    "bed bleed breed deed embed feed greed hundred indeed kindred naked need red rugged sacred seed shed speed ward "
    "weed wicked"
)


def is_past(word: str) -> bool:
    """Whether a lower-case word has the form of a verb in the past; "re-ran" as "ran"."""
    stem = word.rsplit("-", 1)[-1]
    return stem in PAST or (len(stem) > 3 and stem.endswith("ed") and stem not in _ED_NOT_VERB)


def is_participle(word: str) -> bool:
    """Whether a lower-case word can follow "have" and tell of an act."""
    stem = word.rsplit("-", 1)[-1]
    return stem in PARTICIPLE or (len(stem) > 3 and stem.endswith("ed") and stem not in _ED_NOT_VERB)


def is_act(word: str, after_have: bool = False) -> bool:
    """Whether a lower-case word is a past form of something that a camera would record."""
    return word not in MENTAL and (is_participle(word) if after_have else is_past(word))


_THIRD_PERSON = re.compile(r"(?:[^aeiou]ies|(?:s|x|z|ch|sh|o)es|[^s]s)$")
_S_IRREGULAR = {
    "has": "have",
    "is": "are",
    "was": "were",
    "does": "do",
    "goes": "go",
    "isn't": "aren't",
    "wasn't": "weren't",
    "doesn't": "don't",
    "hasn't": "haven't",
}


def with_you(verb: str) -> str:
    """The form of a third-person verb that goes with "you": "runs" to "run", "was" to "were", "moved" as it is."""
    low = verb.lower()
    if low in _S_IRREGULAR:
        return _S_IRREGULAR[low]
    if not _THIRD_PERSON.search(low):
        return verb
    if low.endswith("ies"):
        return verb[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh|o)es$", low):
        return verb[:-2]
    return verb[:-1]
