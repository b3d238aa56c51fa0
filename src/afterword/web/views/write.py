"""Writing: a draft, what a reader may stumble on, and how it goes out."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from afterword.accounts.models import User
from afterword.actions.mail.sending import sending
from afterword.actions.may_i import may_i
from afterword.actions.preferences import preferences
from afterword.actions.said import told_as
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.save_notes import save_notes
from afterword.actions.steps import to_write
from afterword.actions.timeline import Timeline, timeline
from afterword.actions.values import DraftState, StepKey
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import Verdict
from afterword.etiquette.situation import Proposal
from afterword.etiquette.vocabulary import Act, Channel, Word
from afterword.letters.check.sheet import claims_to
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.notes import Note, Notes, Stem
from afterword.letters.profile import Profile, Register
from afterword.web import clock, desk, phrases, stems, visit

USUAL_WAYS = (Channel.EMAIL, Channel.HANDWRITTEN)
MOST_VARIANTS, DIGITS = 50, 3


class Sheet(msgspec.Struct, frozen=True):
    """What lies on the desk: the step, how it goes, the notes, and the words as they stand."""

    uid: str
    key: StepKey
    channel: Channel
    known: Timeline
    notes: Notes
    verdict: Verdict
    subject: str = ""
    text: str = ""
    variant: int = 0
    register: Register = Register.WARM_FORMAL
    made: Draft | None = None
    why: str = ""


@require_safe
def writing(request: HttpRequest) -> HttpResponse:
    """Show what there is to write now, and what was begun."""
    found = to_write(visit.owner(request), now=clock.now())
    return render(request, "writing.html", {"items": found.ready, "coming": found.soon})


def write(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a draft for a step, and take its words back."""
    desk.warm_soon()
    owner = visit.owner(request)
    if request.method == "POST":
        return _took(request, owner, uid)
    sheet = _laid(owner, uid, request.GET)
    if sheet is None:
        return HttpResponseRedirect(reverse("opportunity", args=(uid,)))
    return render(request, "write.html", _shown(owner, sheet))


@require_POST
def check(request: HttpRequest, uid: str) -> HttpResponse:
    """Show what a reader may stumble on in the words as they are typed; nothing is kept."""
    owner = visit.owner(request)
    sheet = _laid(owner, uid, request.POST)
    if sheet is None:
        return HttpResponse(status=204)
    return render(request, "parts/findings.html", _shown(owner, _as_typed(sheet, request.POST)))


def _took(request: HttpRequest, owner: User, uid: str) -> HttpResponse:
    """Do what a button of the form says: keep, send, put in another wording, add a note."""
    sheet = _laid(owner, uid, request.POST)
    if sheet is None:
        return HttpResponseRedirect(reverse("opportunity", args=(uid,)))
    address, do = _address(sheet), request.POST.get("do", "save")
    if do == "note":
        noted = stems.finished(
            request.POST, sheet.key.to if len(sheet.known.situation.people) > 1 else ""
        )
        changed = save_notes(owner, uid, (*sheet.notes, *noted), now=clock.now())
        return visit.after(request, changed, f"{address}&variant={sheet.variant}")
    typed = _as_typed(sheet, request.POST)
    if claim := request.POST.get("claim"):
        noted = (Note(_span(typed.text, claim), Stem.FREE),)
        save_notes(owner, uid, (*sheet.notes, *noted), now=clock.now())
    mended = _mended(owner, typed, request.POST)
    state = {"sent": DraftState.SENT, "copied": DraftState.COPIED}.get(do, DraftState.OPEN)
    words = Words(typed.key, mended.text, typed.channel, typed.subject, typed.variant, state)
    changed = save_draft(owner, uid, words, now=clock.now())
    if state is DraftState.SENT:
        return visit.after(request, changed, reverse("today"))
    if do == "release":
        asked = urlencode({"step": str(sheet.key)})
        return HttpResponseRedirect(f"{reverse('release', args=(uid,))}?{asked}")
    if do in {"copied", "save"} and request.headers.get("X-Requested-With") == "afterword":
        return HttpResponse(status=204)
    if do == "save" and mended == typed and not claim:
        return visit.after(request, changed, address)
    return HttpResponseRedirect(address)


def _laid(owner: User, uid: str, asked: Mapping[str, str]) -> Sheet | None:
    """Return what lies on the desk for what is asked; None where nothing is due."""
    now = clock.now()
    known = timeline(owner, uid, now=now)
    key = _key(asked.get("step", ""), known)
    if key is None:
        return None
    people = (key.to,) if key.to in {one.id for one in known.situation.people} else ()
    item = next((one for one in known.items if one.key == key), None)
    wanted = _channel(asked.get("channel", "")) or (item.step.channel if item else None)
    verdict = may_i(owner, uid, Proposal(key.act, wanted, people), now=now)
    sheet = Sheet(
        uid=uid,
        key=key,
        channel=wanted or verdict.channel or Channel.EMAIL,
        known=known,
        notes=tuple(one.note for one in known.notes),
        verdict=verdict,
    )
    return _worded(owner, sheet, asked)


def _worded(owner: User, sheet: Sheet, asked: Mapping[str, str]) -> Sheet:
    """Return the sheet with words: those that were kept, or those of the variant asked for."""
    variant = _number(asked.get("variant", ""))
    kept = next((one for one in sheet.known.drafts if one.key == sheet.key), None)
    situation = sheet.known.situation
    profile = _sounding(preferences(owner).profile, asked.get("register", ""))
    sheet = msgspec.structs.replace(sheet, register=profile.register)
    made = desk.letter(
        desk.at_desk(situation, sheet.key.act, sheet.channel, sheet.key.to),
        sheet.notes,
        desk.spelt(profile, situation.opportunity.country),
        variant=variant if variant is not None else kept.variant if kept else 0,
    )
    if kept and variant is None and kept.state is not DraftState.SENT:
        base = msgspec.structs.replace(
            sheet, subject=kept.subject, text=kept.text, variant=kept.variant
        )
    elif isinstance(made, Draft):
        base = msgspec.structs.replace(
            sheet, subject=made.subject, text=made.body, variant=made.variant
        )
    else:
        base = sheet
    if isinstance(made, Unwritten):
        return msgspec.structs.replace(base, why=made.why)
    return msgspec.structs.replace(base, made=made)


def _shown(owner: User, sheet: Sheet) -> dict[str, Any]:
    situation = sheet.known.situation
    at = desk.at_desk(situation, sheet.key.act, sheet.channel, sheet.key.to)
    siblings = [one.text for one in sheet.known.drafts if one.key != sheet.key]
    profile = preferences(owner).profile
    waits = sheet.verdict if sheet.verdict.verdict is Word.WAIT else None
    seen = desk.look(
        at,
        sheet.subject,
        sheet.text,
        claims_to(sheet.key.to, sheet.notes, profile.names, siblings),
        None if waits else sheet.verdict,  # too early is said above the letter, not in it
    )
    reader = standing(situation).people.get(sheet.key.to)
    names = [one.name or one.id for one in situation.people if one.id == sheet.key.to]
    return {
        "uid": sheet.uid,
        "sheet": sheet,
        "to_do": phrases.to_do(told_as(sheet.key.act, sheet.known.plan.stage), names),
        "facts": situation.opportunity,
        "met": at.met if reader is None or reader.met else None,
        "desk": seen,
        "waits": waits,
        "channels": [(way, phrases.BY[way]) for way in ways(sheet)],
        "registers": tuple(phrases.REGISTERS.items()),
        "on_paper": sheet.channel in {Channel.HANDWRITTEN, Channel.POST},
        "releases": sheet.channel is Channel.EMAIL and sending(owner).on,
        "mailto": mailto(desk.mail_address(situation, sheet.key.to), sheet.subject, sheet.text),
        "notes": list(_told(sheet)),
        "missing": stems.shown([sheet.made.missing])[0]
        if sheet.made and sheet.made.missing
        else None,
        "question": sheet.made.question if sheet.made else "",
        "next_variant": sheet.variant + 1,
        "by_hand": sheet.key.act is Act.THANK_YOU,
        "coming": next((one for one in sheet.known.items if one.opens), None),
        "names": profile.names,
    }


def _told(sheet: Sheet) -> Iterator[tuple[Note, bool]]:
    """Yield the notes, each with whether the words on the desk tell it."""
    as_made = sheet.made is not None and sheet.text == sheet.made.body
    for place, one in enumerate(sheet.notes):
        used = sheet.made is not None and place in sheet.made.used
        yield one, used if as_made else one.text.rstrip(" .").lower() in sheet.text.lower()


def ways(sheet: Sheet) -> tuple[Channel, ...]:
    """Return the ways in which it may go: those that the plan finds right, and the one chosen."""
    item = next((one for one in sheet.known.items if one.key == sheet.key), None)
    good = (item.step.channel, *item.step.alternatives) if item else USUAL_WAYS
    return tuple(dict.fromkeys((*good, sheet.channel)))


def mailto(address: str, subject: str, text: str) -> str:
    """Return the address that opens a mail program with a letter in it."""
    query = urlencode({"subject": subject, "body": text.replace("\n", "\r\n")}, quote_via=quote)
    return f"mailto:{quote(address, safe='@')}?{query}"


def _key(text: str, known: Timeline) -> StepKey | None:
    if text:
        return StepKey.parse(text[:200])
    return next((item.key for item in known.items if item.open), None)


def _channel(text: str) -> Channel | None:
    return Channel(text) if text in set(Channel) else None


def _sounding(profile: Profile, register: str) -> Profile:
    """Return a profile whose letters sound as asked, or as usual."""
    known = register in set(Register)
    return msgspec.structs.replace(profile, register=Register(register)) if known else profile


def _number(text: str) -> int | None:
    return (
        min(int(text), MOST_VARIANTS)
        if text.isascii() and text.isdigit() and len(text) <= DIGITS
        else None
    )


def _as_typed(sheet: Sheet, form: Mapping[str, str]) -> Sheet:
    """Return the sheet with the words of a form; a browser ends its lines in two signs."""
    return msgspec.structs.replace(
        sheet,
        subject=" ".join(form.get("subject", "").split())[:300],
        text=form.get("text", "").replace("\r\n", "\n")[: desk.LONGEST],
        variant=_number(form.get("variant", "")) or 0,
    )


def _mended(owner: User, sheet: Sheet, form: Mapping[str, str]) -> Sheet:
    """Return the sheet with the better wording that was pressed, or without the words."""
    use, remove = form.get("use", ""), form.get("remove", "")
    text = sheet.text
    if use:
        found = _shown(owner, sheet)["desk"].found
        for one in [one for one in found if one.use and f"{one.start}:{one.end}" == use]:
            text = text[: one.start] + one.alternative + text[one.end :]
    elif gone := _span(text, remove):
        start = int(remove.partition(":")[0])
        text = text[:start].removesuffix(" ") + text[start + len(gone) :]
    return msgspec.structs.replace(sheet, text=text)


def _span(text: str, where: str) -> str:
    start, _, end = where.partition(":")
    return text[int(start) : int(end)] if start.isdigit() and end.isdigit() else ""


def _address(sheet: Sheet) -> str:
    asked = urlencode({"step": str(sheet.key), "channel": str(sheet.channel)})
    return f"{reverse('write', args=(sheet.uid,))}?{asked}"
