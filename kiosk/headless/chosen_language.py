"""A language that is looked at before learners are offered it."""

from kiosk.domain.settings import Settings
from kiosk.i18n.languages import SOURCE


def offering(settings: Settings, language: str) -> Settings:
    """The settings with which a language can be chosen, however little there is of it."""
    if language == SOURCE:
        return settings
    ours = settings.languages
    shown = {
        "offered": tuple(dict.fromkeys((*ours.offered, language))),
        "hidden": tuple(code for code in ours.hidden if code != language),
        "least_coverage": 0,
    }
    return settings.model_copy(update={"languages": ours.model_copy(update=shown)})
