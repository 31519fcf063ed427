"""What every GeoPackage of the atlas has in common: its own tables, and the Moon's coordinate system."""

from typing import Final

APPLICATION_ID: Final = 0x47504B47
"""`GPKG`."""
USER_VERSION: Final = 10300
"""GeoPackage 1.3: older readers warn about 1.4, which adds nothing that is used here."""

MOON_SRS_ID: Final = 30100
MOON_ORGANISATION: Final = "IAU_2015"
MOON_NAME: Final = "Moon (2015) - Sphere / Ocentric"

# Both texts of IAU_2015:30100 come from PROJ 9.7.1 in rasterio 1.4.4: CRS.from_user_input("IAU_2015:30100")
# .to_wkt(version="WKT1_GDAL") and .to_wkt(version="WKT2_2015"). Only the second leads readers back to the code.
MOON_WKT: Final = (
    'GEOGCS["Moon (2015) - Sphere / Ocentric",DATUM["Moon (2015) - Sphere",SPHEROID["Moon (2015) - Sphere",1737400,0,'
    'AUTHORITY["IAU","30100"]],AUTHORITY["IAU","30100"]],PRIMEM["Reference Meridian",0,AUTHORITY["IAU","30100"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],'
    'AUTHORITY["IAU","30100"]]'
)
MOON_WKT2: Final = (
    'GEODCRS["Moon (2015) - Sphere / Ocentric",DATUM["Moon (2015) - Sphere",ELLIPSOID["Moon (2015) - Sphere",1737400,0,'
    'LENGTHUNIT["metre",1]]],PRIMEM["Reference Meridian",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],'
    'AXIS["geodetic latitude (Lat)",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],'
    'AXIS["geodetic longitude (Lon)",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]],ID["IAU",30100,2015],'
    'REMARK["Source of IAU Coordinate systems: https://doi.org/10.1007/s10569-017-9805-5"]]'
)
# the standard asks for this row in every GeoPackage, used or not; texts as above from EPSG:4326
_EARTH_WKT: Final = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_EARTH_WKT2: Final = (
    'GEODCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,'
    'LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],'
    'AXIS["geodetic latitude (Lat)",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],'
    'AXIS["geodetic longitude (Lon)",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]]'
)

SYSTEMS: Final = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined", "Cartesian, undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined", "geographic, undefined"),
    ("WGS 84 geodetic", 4326, "EPSG", 4326, _EARTH_WKT, _EARTH_WKT2, "The Earth; nothing in this file lies on it"),
    (
        MOON_NAME,
        MOON_SRS_ID,
        MOON_ORGANISATION,
        MOON_SRS_ID,
        MOON_WKT,
        MOON_WKT2,
        "The Moon: sphere of 1737.4 km, planetocentric degrees, longitude east-positive from -180 to 180",
    ),
)
"""Rows of `gpkg_spatial_ref_sys`, in the order of its columns."""

EXTENSIONS: Final = (
    (
        "gpkg_spatial_ref_sys",
        "definition_12_063",
        "gpkg_crs_wkt",
        "http://www.geopackage.org/spec130/#extension_crs_wkt",
        "read-write",
    ),
    ("gpkg_metadata", None, "gpkg_metadata", "http://www.geopackage.org/spec130/#extension_metadata", "read-write"),
    (
        "gpkg_metadata_reference",
        None,
        "gpkg_metadata",
        "http://www.geopackage.org/spec130/#extension_metadata",
        "read-write",
    ),
)

SCHEMA: Final = """
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    definition_12_063 TEXT NOT NULL,
    description TEXT
);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_extensions (
    table_name TEXT,
    column_name TEXT,
    extension_name TEXT NOT NULL,
    definition TEXT NOT NULL,
    scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE gpkg_metadata (
    id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
    md_scope TEXT NOT NULL DEFAULT 'dataset',
    md_standard_uri TEXT NOT NULL,
    mime_type TEXT NOT NULL DEFAULT 'text/xml',
    metadata TEXT NOT NULL DEFAULT ''
);
CREATE TABLE gpkg_metadata_reference (
    reference_scope TEXT NOT NULL,
    table_name TEXT,
    column_name TEXT,
    row_id_value INTEGER,
    timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    md_file_id INTEGER NOT NULL,
    md_parent_id INTEGER,
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata (id),
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata (id)
);
CREATE TABLE entries (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT,
    name_ru TEXT,
    tagline TEXT,
    status TEXT,
    date_edtf TEXT,
    date_earliest DATE,
    date_latest DATE,
    date_planned BOOLEAN NOT NULL,
    slip_days INTEGER,
    nations TEXT,
    phase TEXT,
    position TEXT,
    latitude_deg DOUBLE,
    longitude_deg_east DOUBLE,
    claims INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    summary TEXT,
    link TEXT NOT NULL,
    as_of DATE NOT NULL
);
"""
"""The tables of the standard and the layer `entries`. No R-tree: the list is short, and its triggers need functions
that plain SQLite lacks, which would keep scripts from changing the file."""

REGIONS: Final = """
CREATE TABLE regions (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom MULTIPOLYGON,
    slug TEXT NOT NULL,
    name_en TEXT NOT NULL,
    basis TEXT NOT NULL,
    west_deg_east DOUBLE NOT NULL,
    south_deg DOUBLE NOT NULL,
    east_deg_east DOUBLE NOT NULL,
    north_deg DOUBLE NOT NULL,
    source_titles TEXT,
    as_of DATE NOT NULL
)
"""
