"""A question about mentoring, answered from the library."""

from assistant.model import Brief, Task
from knowledge.model import Role

task = Task(
    name="answer_question",
    title="Ask the library",
    roles=(Role.MENTEE, Role.MENTOR, Role.TRAINER),
    brief=Brief,
    cues=(
        (r"\?\s*$", 1.2),
        (
            r"(?:^|[.!?]\s+|\n)(?:so |and |but |well,? |hi,? |hello,? )?(?:is|are|was|should|shall|do|does|did"
            r"|can|could|may|must|would|will|what|whats|how|why|when|where|which|who|whom|am i|isn['’]?t|has"
            r"|have)\b[^.!]*",
            1.6,
        ),
        (
            r"\b(?:is it (?:ok|okay|normal|rude|wrong|too|over|worth|her job|his job|fair)|should i|do i "
            r"(?:have|need|mention|say|act|tell)|what (?:do people|happens if|is the difference|does .{3,30} "
            r"mean|counts)|difference between|how (?:often|long|many|much|do people|does one|do you)|what if"
            r"|i don['’]?t know (?:if|whether)|any (?:tips|advice))\b",
            1.6,
        ),
    ),
    checks=(),
    read=lambda message: {},
    compose=None,
    setting=lambda brief: {},
    choices=lambda brief, style: (),
    opening="My mentor keeps cancelling. What do I say?",
)
