"""Every address, the view behind it, and the name of both."""

from django.urls import path, register_converter

from afterword.web.converters import Uid
from afterword.web.views.agenda import agenda
from afterword.web.views.asset import asset
from afterword.web.views.calendar import calendar
from afterword.web.views.card import card, guide
from afterword.web.views.choose import choose, later
from afterword.web.views.data import export_data, import_data
from afterword.web.views.delete import delete
from afterword.web.views.digest import digest
from afterword.web.views.due import due
from afterword.web.views.event import event
from afterword.web.views.example import example
from afterword.web.views.facts import facts, person, remove
from afterword.web.views.grant import grant, granted
from afterword.web.views.health import health
from afterword.web.views.help import help_page, more
from afterword.web.views.house import house
from afterword.web.views.log import log
from afterword.web.views.mail import mail, message
from afterword.web.views.mailbox import mailbox
from afterword.web.views.may_i import may_i
from afterword.web.views.new import new, preview
from afterword.web.views.opportunities import opportunities
from afterword.web.views.opportunity import opportunity
from afterword.web.views.override import override
from afterword.web.views.password import password
from afterword.web.views.release import arrived, release, released, withdraw
from afterword.web.views.reminder import reminder
from afterword.web.views.reminders import reminders
from afterword.web.views.rule import rule
from afterword.web.views.rulebook import rulebook
from afterword.web.views.search import search
from afterword.web.views.sending import sending
from afterword.web.views.settings import devices, settings
from afterword.web.views.sign_in import one_time, sign_in, sign_out
from afterword.web.views.today import today
from afterword.web.views.undo import undo
from afterword.web.views.write import check, write, writing

register_converter(Uid, "uid")

urlpatterns = [
    path("", today, name="today"),
    path("undo", undo, name="undo"),
    path("example", example, name="example"),
    path("new", new, name="new"),
    path("new/preview", preview, name="preview"),
    path("opportunities", opportunities, name="opportunities"),
    path("opportunities/<uid:uid>", opportunity, name="opportunity"),
    path("opportunities/<uid:uid>/facts", facts, name="facts"),
    path("opportunities/<uid:uid>/person", person, name="person"),
    path("opportunities/<uid:uid>/remove", remove, name="remove"),
    path("opportunities/<uid:uid>/log", log, name="log"),
    path("opportunities/<uid:uid>/events/<uid:event_uid>", event, name="event"),
    path("opportunities/<uid:uid>/may-i", may_i, name="may-i"),
    path("opportunities/<uid:uid>/choose", choose, name="choose"),
    path("opportunities/<uid:uid>/later", later, name="later"),
    path("opportunities/<uid:uid>/reminder.ics", reminder, name="reminder"),
    path("mail", mail, name="mail"),
    path("mail/<uid:uid>", message, name="message"),
    path("write", writing, name="writing"),
    path("write/<uid:uid>", write, name="write"),
    path("write/<uid:uid>/check", check, name="check"),
    path("write/<uid:uid>/release", release, name="release"),
    path("released", released, name="released"),
    path("released/<uid:uid>/withdraw", withdraw, name="withdraw"),
    path("released/<uid:uid>/arrived", arrived, name="arrived"),
    path("card/<uid:uid>", card, name="card"),
    path("card/<uid:uid>/guide", guide, name="guide"),
    path("rulebook", rulebook, name="rulebook"),
    path("rulebook/<slug:name>", rule, name="rule"),
    path("rulebook/<slug:name>/override", override, name="override"),
    path("settings", settings, name="settings"),
    path("settings/house", house, name="house"),
    path("settings/reminders", reminders, name="reminders"),
    path("settings/agenda", agenda, name="agenda"),
    path("settings/digest", digest, name="digest"),
    path("settings/mailbox", mailbox, name="mailbox"),
    path("settings/mailbox/grant", grant, name="grant"),
    path("settings/mailbox/granted", granted, name="granted"),
    path("settings/sending", sending, name="sending"),
    path("settings/devices", devices, name="devices"),
    path("settings/password", password, name="password"),
    path("settings/import", import_data, name="import"),
    path("settings/export", export_data, name="export"),
    path("settings/delete", delete, name="delete"),
    path("search", search, name="search"),
    path("help", help_page, name="help"),
    path("more", more, name="more"),
    path("sign-in", sign_in, name="sign-in"),
    path("sign-in/<str:secret>", one_time, name="one-time"),
    path("sign-out", sign_out, name="sign-out"),
    path("calendar/<str:secret>.ics", calendar, name="calendar"),
    path("due.json", due, name="due"),
    path("health", health, name="health"),
    path("assets/<slug:digest>/<path:name>", asset, name="asset"),
]

handler400 = "afterword.web.faults.unreadable"
handler404 = "afterword.web.faults.missing"
handler500 = "afterword.web.faults.broken"
