"""Names of nations by ISO 3166 code, in the language of the interface."""

from PySide6.QtCore import QCoreApplication, QLocale


def nation_label(code: str) -> str:
    """Return the name for a code, `EU` or `INT`; the code itself where it is not one we name."""
    tr = QCoreApplication.translate
    words = {
        "CN": tr("Nations", "China"),
        "RU": tr("Nations", "Russia"),
        "SU": tr("Nations", "Soviet Union"),
        "US": tr("Nations", "United States"),
        "IN": tr("Nations", "India"),
        "JP": tr("Nations", "Japan"),
        "KR": tr("Nations", "South Korea"),
        "IL": tr("Nations", "Israel"),
        "AE": tr("Nations", "United Arab Emirates"),
        "EU": tr("Nations", "Europe"),
        "INT": tr("Nations", "International"),
        "CA": tr("Nations", "Canada"),
        "DE": tr("Nations", "Germany"),
        "FR": tr("Nations", "France"),
        "IT": tr("Nations", "Italy"),
        "GB": tr("Nations", "United Kingdom"),
        "LU": tr("Nations", "Luxembourg"),
        "PK": tr("Nations", "Pakistan"),
    }
    if code in words:
        return words[code]
    territory = QLocale.codeToTerritory(code)
    if territory == QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)
