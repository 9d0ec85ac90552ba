"""Which language the window speaks: ours, and that of Qt's own buttons and dialogs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from facing_pages.viewmodel.wording.language import CATALOG_LANGUAGES, language, use_language

_qt_words: Final = QTranslator()


def wanted_language(setting: str) -> str:
    """Return the language for a setting; "" means that of the system, if we speak it."""
    if setting in CATALOG_LANGUAGES:
        return setting
    system = QLocale.system().name()[:2]
    return system if system in CATALOG_LANGUAGES else "en"


def speak(setting: str) -> bool:
    """Speak the language of a setting from now on; tell whether it is another one."""
    before, wanted = language(), wanted_language(setting)
    use_language(wanted)
    QLocale.setDefault(QLocale(wanted) if wanted != "en" else QLocale.system())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    QCoreApplication.removeTranslator(_qt_words)
    if wanted != "en" and _qt_words.load(f"qtbase_{wanted}", folder):
        QCoreApplication.installTranslator(_qt_words)
    return wanted != before
