"""Settings that make a language available before its coverage suffices."""

from kiosk.domain.settings import Settings
from kiosk.i18n.languages import SOURCE


def offering(settings: Settings, language: str) -> Settings:
    """Returns settings in which the language can be chosen, whatever its coverage."""
    if language == SOURCE:
        return settings
    ours = settings.languages
    shown = {
        "offered": tuple(dict.fromkeys((*ours.offered, language))),
        "hidden": tuple(code for code in ours.hidden if code != language),
        "least_coverage": 0,
    }
    return settings.model_copy(update={"languages": ours.model_copy(update=shown)})
