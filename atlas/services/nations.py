"""Names of nations by ISO 3166 code, in the language of the interface."""

from PySide6.QtCore import QCoreApplication, QLocale


def nation_label(code: str) -> str:
    """Return the name for a code, `EU` or `INT`; the code itself where it is not one we name."""
    translate = QCoreApplication.translate
    words = {
        "CN": translate("Nations", "China"),
        "RU": translate("Nations", "Russia"),
        "SU": translate("Nations", "Soviet Union"),
        "US": translate("Nations", "United States"),
        "IN": translate("Nations", "India"),
        "JP": translate("Nations", "Japan"),
        "KR": translate("Nations", "South Korea"),
        "IL": translate("Nations", "Israel"),
        "AE": translate("Nations", "United Arab Emirates"),
        "EU": translate("Nations", "Europe"),
        "INT": translate("Nations", "International"),
        "CA": translate("Nations", "Canada"),
        "DE": translate("Nations", "Germany"),
        "FR": translate("Nations", "France"),
        "IT": translate("Nations", "Italy"),
        "GB": translate("Nations", "United Kingdom"),
        "LU": translate("Nations", "Luxembourg"),
        "PK": translate("Nations", "Pakistan"),
        "NZ": translate("Nations", "New Zealand"),
        "AU": translate("Nations", "Australia"),
        "BR": translate("Nations", "Brazil"),
        "CH": translate("Nations", "Switzerland"),
        "ES": translate("Nations", "Spain"),
        "SE": translate("Nations", "Sweden"),
        "NL": translate("Nations", "Netherlands"),
        "BE": translate("Nations", "Belgium"),
        "ZA": translate("Nations", "South Africa"),
        "EG": translate("Nations", "Egypt"),
        "TH": translate("Nations", "Thailand"),
        "BY": translate("Nations", "Belarus"),
        "AZ": translate("Nations", "Azerbaijan"),
        "VE": translate("Nations", "Venezuela"),
        "TR": translate("Nations", "Türkiye"),
    }
    if code in words:
        return words[code]
    territory = QLocale.codeToTerritory(code)
    if territory == QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)
