"""What macOS wants to know of the program: names, versions, the documents it opens."""

from __future__ import annotations

from typing import Any, Final

IDENTIFIER: Final = "app.facing-pages.FacingPages"
SESSION: Final = "app.facing-pages.session"
# The system has no name of its own for this kind of subtitles.
SUBRIP: Final = "app.facing-pages.subrip"
OLDEST_SYSTEM: Final = "13.0"
# Kinds of documents that are offered to be opened, or dragged onto the icon in the Dock.
TEXTS: Final = (
    "public.plain-text",
    "net.daringfireball.markdown",
    "public.html",
    "public.rtf",
    "com.adobe.pdf",
    "org.idpf.epub-container",
    "org.openxmlformats.wordprocessingml.document",
    "org.oasis-open.opendocument.text",
    "com.apple.webarchive.mhtml",
    "org.w3.webvtt",
    SUBRIP,
)


def information(version: str) -> dict[str, Any]:
    """Return what goes into `Info.plist`."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Facing Pages",
        "CFBundleDisplayName": "Facing Pages",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundlePackageType": "APPL",
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "de"],
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "The Facing Pages authors. MIT licence.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Text",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(TEXTS),
            },
            {
                "CFBundleTypeName": "Facing Pages session",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [SESSION],
            },
        ],
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": SUBRIP,
                "UTTypeDescription": "SubRip subtitles",
                "UTTypeConformsTo": ["public.plain-text"],
                "UTTypeTagSpecification": {"public.filename-extension": ["srt"]},
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": SESSION,
                "UTTypeDescription": "Facing Pages session",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {"public.filename-extension": ["facing"]},
            }
        ],
    }
