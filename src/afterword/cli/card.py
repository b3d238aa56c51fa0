"""`afterword card`: a card to write by hand, with its guide, its envelope and its day."""

from collections.abc import Iterator

import click
import msgspec

from afterword import languages, rulebooks
from afterword.cli import draft, failures, noting, phrases, reading
from afterword.cli.paper import Line, Look, write
from afterword.etiquette import decode
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE, Verdict, judge
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.situation import Proposal, Situation
from afterword.etiquette.standing import Acquaintance, Standing
from afterword.etiquette.vocabulary import Act, Channel, Word
from afterword.letters.card.envelope import Route
from afterword.letters.card.hand import LINE, LONGEST, SHORTEST, Hand, HandSize, measured, sized
from afterword.letters.card.kit import Kit, Writing, kit
from afterword.letters.card.outlook import Mail, Timing, among_colleagues, expected
from afterword.letters.card.stationery import CardSize, Orientation, card
from afterword.letters.compose import compose
from afterword.letters.draft import Unwritten
from afterword.letters.notes import Notes
from afterword.letters.occasion import occasion
from afterword.letters.profile import Register, Spelling
from afterword.press.saying import HEADINGS, NO_ROOM, said
from afterword.press.tables import post_table

EXAMPLES = """\b
Examples: afterword card examples/uncertain.toml --note "I was struck that the tea is free"
          afterword card my-interview.toml --text words.txt --hand 66 --html card.html"""


# What people write, though ISO 3166 has another code.
ALSO_CALLED = {"UK": "GB"}


class AHand(click.ParamType[Hand]):
    """A hand: one of three sizes, or the length in mm of the line that is measured."""

    name = "hand"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Hand:
        """Return the hand that was meant, or say what would be one."""
        text = str(value)
        if text in set(HandSize):
            return sized(HandSize(text))
        try:
            return measured(float(text.removesuffix("mm")))
        except ValueError:
            sizes = ", ".join(HandSize)
            self.fail(
                f"{text!r} is not a hand. Say {sizes}, or write “{LINE}” and say how long that "
                f"line is in mm, from {SHORTEST:g} to {LONGEST:g}.",
                param,
                ctx,
            )


def a_country(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return a country's code in capitals, or say what would be one."""
    code = value.upper() if value else None
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):  # noqa: PLR2004  ISO
        message = f"{value!r} is not a country: give two letters, such as GB."
        raise click.BadParameter(message)
    return ALSO_CALLED.get(code, code) if code else None


@click.command("card", epilog=EXAMPLES, short_help="Prepare a card to write by hand.")
@reading.situation_file
@click.option("--to", metavar="ID", help="To this person of the situation.")
@reading.word("--act", Act, "What the card is for.", default=str(Act.THANK_YOU))
@click.option("--text", type=reading.FILE, help="The words (- is standard input); else composed.")
@noting.notes
@click.option("--signed", multiple=True, metavar="NAME", help="Who signs; may be given twice.")
@reading.word("--register", Register, "How it sounds.", default=str(Register.WARM_FORMAL))
@reading.word("--spelling", Spelling, "Whose English; else by the employer's country.")
@click.option("--language", default="en", metavar="CODE", help="In this language (en).")
@click.option("--variant", type=click.IntRange(min=0), default=0, help="Other wording: 1, 2, …")
@reading.word("--card", CardSize, "Its size: a6, a2, a7 or dl; else by your country.", "size")
@reading.word("--orientation", Orientation, "Which way up: portrait or landscape.")
@click.option("--flat", is_flag=True, help="The card is not folded.")
@click.option(
    "--hand",
    type=AHand(),
    default=str(HandSize.MEDIUM),
    help=f"small, medium or large; or how long “{LINE}” is in your hand, in mm.",
)
@click.option(
    "--from-country",
    metavar="CC",
    callback=a_country,
    help="Where you post it; else the employer's.",
)
@click.option("--post-table", metavar="FILE", help="Transit days and postage of your own (TOML).")
@click.option("--html", metavar="FILE", help="Write a page to print: guide sheet, envelope, words.")
@click.option("--pdf", metavar="FILE", help="Write the same as PDF (needs afterword[pdf]).")
@reading.house_layers
@reading.as_json
@click.pass_context
def command(ctx: click.Context, /, **given: object) -> None:
    """Prepare a card for somebody in the situation in FILE (TOML or JSON; - is standard input).

    You write it: no font and no plotter does. The exit code is that of the verdict on the card: 0
    go, 10 wait, 11 ask, 12 no, 13 stop.
    """
    asked = msgspec.convert(given, Asked)
    if asked.text and (asked.notes or asked.note):
        ctx.fail("--text holds the words already: give it without --notes and --note.")
    made = prepared(reading.situation(asked.file), asked)
    if isinstance(made, Kit):
        save(made, asked)
    if asked.as_json:
        click.echo(decode.to_json(made).decode())
    else:
        write(page(made, asked) if isinstance(made, Kit) else [Line(made.why)])
    hold = made.hold if isinstance(made, Kit) else None
    ctx.exit(failures.VERDICTS[hold.verdict] if hold else 0)


class Asked(draft.Asked, frozen=True):
    """What was asked on the command line: the words as for a draft, and the card."""

    text: str | None = None
    size: CardSize | None = None
    orientation: Orientation | None = None
    flat: bool = False
    hand: Hand = sized(HandSize.MEDIUM)
    from_country: str | None = None
    post_table: str | None = None
    html: str | None = None
    pdf: str | None = None


def prepared(situation: Situation, asked: Asked) -> Kit | Unwritten:
    """Return the kit for a card, or why there is nothing to write.

    Raises Malformed for a person whom the situation does not name, and for input that is wrong.
    """
    verdict = judged(situation, asked)
    whom = next(iter(verdict.to), "")
    stands = standing(situation)
    them = stands.people.get(whom, NO_ONE)
    words = _given(asked) if asked.text else _composed(situation, asked, whom)
    if isinstance(words, Unwritten):
        return words
    sender = asked.from_country or situation.opportunity.country
    writing = Writing(
        to=them.person,
        text=words.text,
        question=words.question,
        language=words.language,
        card=card(sender, asked.size, asked.orientation, folded=not asked.flat),
        hand=asked.hand,
    )
    return kit(writing, _mail(stands, them, verdict, sender, asked), verdict)


class Words(msgspec.Struct, frozen=True):
    """The whole text of a card, its language, and the question that would make it better."""

    text: str
    language: str = ""
    question: str = ""


def judged(situation: Situation, asked: Asked) -> Verdict:
    """Return the verdict on the card.

    Raises Malformed for a person whom the situation does not name.
    """
    to = reading.readers(situation, asked.to)
    proposal = Proposal(asked.act or Act.THANK_YOU, Channel.HANDWRITTEN, to)
    proposed = decode.checked(msgspec.structs.replace(situation, proposal=proposal))
    return judge(proposed, rulebooks.rulebook(asked.house))


def _given(asked: Asked) -> Words:
    assert asked.text  # noqa: S101  asked before
    text = reading.text(asked.text)
    if not text.strip():
        problem = Problem("--text", "is empty: write into it what is to stand on the card")
        raise Malformed([problem], Guide.FILE)
    return Words(text)


def _composed(situation: Situation, asked: Asked, whom: str) -> Words | Unwritten:
    jots: Notes = noting.noted(asked.notes, asked.note, situation.people, asked.language)
    at = occasion(situation, asked.act or Act.THANK_YOU, Channel.HANDWRITTEN, whom)
    # A card is read some days after it was written: "today" and "on Friday" would be other days.
    at = msgspec.structs.replace(at, today=None)
    profile = asked.profile(situation.opportunity.country)
    language = languages.language(asked.language)
    letter = compose(at, jots, profile, language, variant=asked.variant)
    if isinstance(letter, Unwritten):
        return letter
    return Words(letter.body, asked.language, letter.question)


def _mail(
    stands: Standing, them: Acquaintance, verdict: Verdict, sender: str, asked: Asked
) -> Mail:
    late = verdict.too_late_after if verdict.verdict in {Word.GO, Word.WAIT} else None
    return Mail(
        now=stands.now,
        route=Route(sender, stands.opportunity.country),
        services=post_table(asked.post_table).services,
        expected=expected(stands, them),
        until=late.date() if late else None,
        handed_over=among_colleagues(stands),
    )


def save(made: Kit, asked: Asked) -> None:
    """Write the files that were asked for, all or none.

    Raises Malformed for a name that is no page's or PDF's, so that nothing else is overwritten.
    """
    for option, path, ending in (("--html", asked.html, ".html"), ("--pdf", asked.pdf, ".pdf")):
        if path and not path.lower().endswith(ending):
            message = f'must end in {ending}: "{path}" does not'
            raise Malformed([Problem(option, message, path)], Guide.FILE)
    contents = [(path, content) for path, content in _contents(made, asked)]
    for path, content in contents:
        try:
            with click.open_file(path, "wb") as file:
                file.write(content)
        except OSError as error:
            problem = Problem(path, f"cannot be written: {error.strerror}")
            raise Malformed([problem], Guide.FILE) from error


def _contents(made: Kit, asked: Asked) -> Iterator[tuple[str, bytes]]:
    from afterword.press import pdf, sheet  # noqa: PLC0415  4 ms that a look on paper need not wait for

    if asked.pdf:
        yield asked.pdf, pdf.pdf(made)
    if asked.html:
        yield asked.html, sheet.page(made).encode()


def page(made: Kit, asked: Asked) -> Iterator[Line]:
    """Return a kit as a page: what holds it back first, then the words, the post and what to do."""
    words = said(made)
    yield Line(made.title, Look.TITLE)
    yield Line(words.lead, Look.QUIET)
    if made.hold:
        yield Line()
        yield Line(words.hold_title.upper(), Look.NO)
        yield Line(made.hold.why, indent=2)
        yield Line(made.hold.rule, Look.QUIET, 2)
        if made.hold.better:
            yield Line(f"Better: {made.hold.better}", indent=2)
        if made.hold.until:
            yield Line(f"Not before {phrases.moment(made.hold.until)}.", indent=2)
    yield from _section("words", words.fit)
    yield Line()
    yield from _lines(made)
    yield from _section("post", made.outlook.sentence, words.stamp)
    if made.outlook.timing is not Timing.HANDED_OVER:
        yield from _section("envelope", words.envelope)
        yield from (Line(line, indent=4, whole=True) for line in made.envelope.lines)
    yield from _section("todo", *(f"[ ] {each}" for each in made.checklist))
    yield Line()
    yield from _foot(made, asked)


def _section(heading: str, *texts: str) -> Iterator[Line]:
    yield Line()
    yield Line(HEADINGS[heading].upper(), Look.HEADING)
    yield from (Line(text, indent=2) for text in texts if text)


def _lines(made: Kit) -> Iterator[Line]:
    for number, line in enumerate(made.message.lines, 1):
        over = number > made.room.lines
        text = f"{number:2}  {line}".rstrip() + (f"   ({NO_ROOM})" if over else "")
        yield Line(text, Look.NO if over else Look.PLAIN, 2, whole=True)


def _foot(made: Kit, asked: Asked) -> Iterator[Line]:
    if made.question:
        yield Line(f"To make it worth sending, note one thing more: {made.question}", Look.WAIT)
    yield Line(made.equal)
    files = [path for path in (asked.html, asked.pdf) if path]
    if files:
        yield Line(f"Written: {', '.join(files)}", Look.QUIET, whole=True)
    else:
        yield Line("Guide sheet and envelope at true size: --html card.html", Look.QUIET)
