"""The pages, as Django knows them."""

from django.apps import AppConfig
from django.utils.translation import gettext, ngettext

from afterword import tongue


class Web(AppConfig):
    """The pages; the rooms below them speak in the language of whoever is at the pages."""

    name = "afterword.web"

    def ready(self) -> None:
        """Let Django translate what the rooms below say."""
        tongue.speak(gettext, ngettext)
