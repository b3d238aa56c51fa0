"""`afterword draft`: words for a step of the plan, made of what the candidate noted."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from afterword import languages, rulebooks
from afterword.cli import failures, noting, phrases, reading, reasons
from afterword.cli.paper import Line, Look, write
from afterword.etiquette import decode
from afterword.etiquette.judge import Verdict, judge
from afterword.etiquette.plan import Step, plan
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.situation import Proposal, Situation
from afterword.etiquette.vocabulary import Act, Channel, Word
from afterword.ghostwriter.ghost import Ghosted
from afterword.letters.compose import compose
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.language import Language
from afterword.letters.notes import Notes
from afterword.letters.occasion import Occasion, occasion
from afterword.letters.profile import Profile, Register, Spelling

if TYPE_CHECKING:
    from afterword.cli.ghosting import Ghostwriter

EXAMPLES = """\b
Examples: afterword draft examples/uncertain.toml --note "I was struck that the tea is free"
          afterword draft my-interview.toml --notes notes.txt --signed "Pat Coyle" --variant 2"""


@click.command("draft", epilog=EXAMPLES, short_help="Put a step of the plan into words.")
@reading.situation_file
@noting.notes
@reading.word("--act", Act, "Write this, whatever comes next in the plan.")
@reading.word("--channel", Channel, "Through this channel; else the one that the plan names.")
@click.option("--to", metavar="ID", help="To this person of the situation.")
@click.option("--signed", multiple=True, metavar="NAME", help="Who signs; may be given twice.")
@reading.word("--register", Register, "How it sounds.", default=str(Register.WARM_FORMAL))
@reading.word("--spelling", Spelling, "Whose English; else by the employer's country.")
@click.option("--language", default="en", metavar="CODE", help="In this language (en).")
@click.option("--variant", type=click.IntRange(min=0), default=0, help="Other wording: 1, 2, …")
@click.option("--model", is_flag=True, help="Let the model that you set up word it.")
@click.option("--yes", is_flag=True, help="Agree to what the model is sent.")
@reading.house_layers
@reading.as_json
@click.pass_context
def command(ctx: click.Context, /, **given: object) -> None:
    """Write what the plan for the situation in FILE (TOML or JSON; - is standard input) calls for.

    Without --act, every step that is open now. What the rules refuse is not written; the exit code
    is then that of the verdict: 10 wait, 11 ask, 12 no, 13 stop.
    """
    asked = msgspec.convert(given, Asked)
    situation = reading.situation(asked.file)
    book = rulebooks.rulebook(asked.house)
    jots = noting.noted(asked.notes, asked.note, situation.people, asked.language)
    refused = refusal(situation, book, asked)
    letters = () if refused else tuple(written(situation, book, asked, jots))
    if asked.as_json:
        answer = refused or {"drafts": [one.ghosted or one.letter for one in letters]}
        click.echo(decode.to_json(answer).decode())
    else:
        write(refusal_page(refused) if refused else page(letters, jots))
    ctx.exit(failures.VERDICTS[refused.verdict] if refused else 0)


class Asked(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    file: str
    notes: str | None = None
    note: tuple[str, ...] = ()
    act: Act | None = None
    channel: Channel | None = None
    to: str | None = None
    signed: tuple[str, ...] = ()
    register: Register = Register.WARM_FORMAL
    spelling: Spelling | None = None
    language: str = "en"
    variant: int = 0
    model: bool = False
    yes: bool = False
    house: tuple[str, ...] = ()
    as_json: bool = False

    def profile(self, country: str) -> Profile:
        """Return how the candidate signs and writes, by the employer's country where unsaid."""
        usual = Spelling.US if country.partition("-")[0] == "US" else Spelling.GB
        return Profile(
            names=self.signed,
            register=self.register,
            spelling=self.spelling or usual,
            language=self.language,
        )


class Written(msgspec.Struct, frozen=True):
    """A letter, or why there is none, with its occasion."""

    occasion: Occasion
    letter: Draft | Unwritten
    ghosted: Ghosted | None = None


def refusal(situation: Situation, book: Rulebook, asked: Asked) -> Verdict | None:
    """Return the verdict on the act that was asked for, if it is anything but go.

    Raises Malformed for a person whom the situation does not name.
    """
    readers = reading.readers(situation, asked.to)
    if asked.act is None:
        return None
    verdict = judge(_proposed(situation, asked, readers), book)
    return None if verdict.verdict is Word.GO else verdict


def _proposed(situation: Situation, asked: Asked, readers: tuple[str, ...]) -> Situation:
    assert asked.act is not None  # noqa: S101  asked before
    proposal = Proposal(asked.act, asked.channel, readers)
    return decode.checked(msgspec.structs.replace(situation, proposal=proposal))


def written(situation: Situation, book: Rulebook, asked: Asked, jots: Notes) -> Iterator[Written]:
    """Yield the letter for each act, channel and person that is wanted."""
    language = languages.language(asked.language)
    profile = asked.profile(situation.opportunity.country)
    ghost = _ghostwriter(profile, language, asked)
    for act, channel, to in _wanted(situation, book, asked):
        at = occasion(situation, act, channel, to)
        if ghost:
            found = ghost.write(at, jots, asked.variant)
            yield Written(at, found.draft, found)
        else:
            yield Written(at, compose(at, jots, profile, language, variant=asked.variant))


def _ghostwriter(profile: Profile, language: Language, asked: Asked) -> "Ghostwriter | None":
    if not asked.model:
        return None
    from afterword.cli.ghosting import Ghostwriter  # noqa: PLC0415  half a second that others save

    return Ghostwriter(profile, language, yes=asked.yes)


def _wanted(
    situation: Situation, book: Rulebook, asked: Asked
) -> Iterator[tuple[Act, Channel, str]]:
    if asked.act:
        readers = reading.readers(situation, asked.to)
        verdict = judge(_proposed(situation, asked, readers), book)
        channel = asked.channel or verdict.channel or Channel.EMAIL
        for person in verdict.to or ("",):
            yield asked.act, channel, person
        return
    for step in plan(situation, book).steps:
        if step.open and asked.to in {None, step.to}:
            yield step.act, _channel(step, asked), step.to


def _channel(step: Step, asked: Asked) -> Channel:
    """Return the channel that was asked for, where the plan finds it just as good."""
    return asked.channel if asked.channel in step.alternatives else step.channel


def page(letters: Sequence[Written], jots: Notes) -> Iterator[Line]:
    """Return the letters as a page, each as it would be copied."""
    if not letters:
        yield Line("There is nothing to write now. `afterword plan` says when there is, and why.")
    for place, one in enumerate(letters):
        if place:
            yield Line()
        yield from _letter(one, jots)


def _letter(one: Written, jots: Notes) -> Iterator[Line]:
    at, letter = one.occasion, one.letter
    names = [at.to.name or at.to.id] if at.to.id else []
    yield Line(f"{phrases.to_do(at.act, names)} {phrases.BY[at.channel]}", Look.TITLE)
    yield Line()
    if isinstance(letter, Unwritten):
        yield Line(letter.why, indent=2)
        return
    if letter.subject:
        yield Line(f"Subject: {letter.subject}")
        yield Line()
    for line in letter.body.split("\n"):
        yield Line(line, whole=True)
    yield Line()
    if letter.question:
        yield Line(f"To make it worth sending, note one thing more: {letter.question}", Look.WAIT)
    elif left := [note.text for place, note in enumerate(jots) if place not in letter.used]:
        yield Line(f"Not told here: {'; '.join(left)}.", Look.QUIET)
    if one.ghosted:
        from afterword.cli import ghosting  # noqa: PLC0415  the same

        yield from ghosting.told(one.ghosted)
    yield Line(f"Other wording: --variant {letter.variant + 1}", Look.QUIET)


def refusal_page(verdict: Verdict) -> Iterator[Line]:
    """Return why nothing is written."""
    yield Line(f"Not written. {phrases.ANSWERS[verdict.verdict]}", Look.NO)
    if verdict.not_before:
        yield Line(f"Not before {phrases.moment(verdict.not_before)}.", indent=2)
    yield from reasons.lines(verdict.because[:1], indent=2)
    if verdict.better:
        yield Line(f"Better: {verdict.better}", indent=2)
