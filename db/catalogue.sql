-- The catalogue: compiled from resources/content, opened read-only, replaced whole.
-- Days are ISO 8601 text (YYYY-MM-DD); `known_day` is the first day the world could know a thing.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    date TEXT,
    url TEXT,
    language TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('original', 'copy', 'secondary', 'machine')),
    remark TEXT
);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('mission', 'vehicle', 'programme', 'organisation', 'agreement', 'site')),
    tagline TEXT NOT NULL,
    summary TEXT NOT NULL,
    nations TEXT NOT NULL,              -- JSON array
    known_day TEXT NOT NULL             -- earliest known day of its claims
);

CREATE TABLE redirect (
    old_slug TEXT PRIMARY KEY,
    slug TEXT NOT NULL REFERENCES entry (slug)
) WITHOUT ROWID;

CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    lang TEXT NOT NULL CHECK (lang IN ('en', 'zh', 'ru')),
    text TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('main', 'alias')),
    known_day TEXT NOT NULL,
    note TEXT,
    sources TEXT NOT NULL               -- JSON array of source ids
);
CREATE INDEX name_by_entry ON name (entry_id);

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,          -- <entry>#<property>-<n>
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    property TEXT NOT NULL,
    value TEXT NOT NULL,                -- JSON: text, number or array of degrees
    unit TEXT,
    uncertainty REAL,
    basis TEXT NOT NULL CHECK (basis IN ('actual', 'reported', 'planned')),
    asserted TEXT,                      -- partial ISO date
    known_day TEXT NOT NULL,
    earliest TEXT,                      -- of a date value
    latest TEXT,
    precision TEXT,
    approximate INTEGER NOT NULL DEFAULT 0,
    title TEXT,                         -- of a generic event
    note TEXT,
    replaces TEXT,
    sources TEXT NOT NULL               -- JSON array of source ids
);
CREATE INDEX claim_by_entry ON claim (entry_id);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY,
    from_id INTEGER NOT NULL REFERENCES entry (id),
    type TEXT NOT NULL,
    to_id INTEGER NOT NULL REFERENCES entry (id),
    known_day TEXT NOT NULL,
    note TEXT,
    sources TEXT NOT NULL
);
CREATE INDEX relation_from ON relation (from_id);
CREATE INDEX relation_to ON relation (to_id);

CREATE TABLE quote (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    speaker TEXT NOT NULL,
    office TEXT,
    said TEXT,
    lang TEXT NOT NULL,
    known_day TEXT NOT NULL,
    note TEXT,
    sources TEXT NOT NULL
);
CREATE TABLE quote_on (
    quote_id INTEGER NOT NULL REFERENCES quote (id),
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    PRIMARY KEY (entry_id, quote_id)
);

CREATE TABLE picture (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    caption TEXT NOT NULL,
    credit TEXT NOT NULL,
    licence TEXT NOT NULL,
    file TEXT,                          -- relative to resources; NULL: known of, not reproduced
    date TEXT,
    known_day TEXT NOT NULL,
    until_day TEXT,                     -- from this day on another picture stands in its place
    note TEXT,
    sources TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('plate', 'map', 'imagery', 'mentioned')),
    width INTEGER,
    height INTEGER,
    made TEXT,                          -- how: from which data, by what, how fine
    alt TEXT,                           -- what a screen reader says, where the caption doesn't
    CHECK ((file IS NULL) = (kind = 'mentioned')),
    CHECK (file IS NULL OR (width > 0 AND height > 0 AND made IS NOT NULL AND date IS NOT NULL))
);
CREATE TABLE picture_on (
    picture_id INTEGER NOT NULL REFERENCES picture (id),
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    known_day TEXT NOT NULL,            -- from this day on the entry shows it: a further one once it was related, where it is
    PRIMARY KEY (entry_id, picture_id)
);

CREATE TABLE profile (                  -- line drawings to scale, parts after the whole
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    part TEXT NOT NULL,                 -- which part of the entry; empty: all of it
    file TEXT NOT NULL UNIQUE,          -- relative to resources
    width_m REAL NOT NULL CHECK (width_m > 0),
    height_m REAL NOT NULL CHECK (height_m > 0),
    made TEXT NOT NULL,
    credit TEXT NOT NULL,
    licence TEXT NOT NULL,
    date TEXT NOT NULL,
    known_day TEXT NOT NULL,
    sources TEXT NOT NULL
);
CREATE INDEX profile_by_entry ON profile (entry_id);

CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,          -- iau-<feature id>, or a name of ours for an informal one
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    diameter_km REAL,
    informal INTEGER NOT NULL DEFAULT 0,
    known_day TEXT NOT NULL,
    note TEXT
);

-- One row per subject and span of days in which its text did not change: names, summary, claims and quotations
-- known from `from_day` to the day before `to_day`. `names` and `body` hold folded words, the *_cjk columns CJK
-- runs as overlapping pairs and single characters (atlas/domain/text.py). Rows that hold on
-- the newest day come first: a search as of it stops before the others.
CREATE TABLE search_row (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL,
    is_place INTEGER NOT NULL,
    kind_rank INTEGER NOT NULL,         -- missions before vehicles before programmes …: order among equal hits
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    exact TEXT NOT NULL                 -- '|'-joined folded names, for exact and prefix hits first
);
-- Every folded name and since when it is known, in the order of the alphabet: where a text finds too much to rank it all,
-- names that begin with it are read from here.
CREATE TABLE search_name (
    is_place INTEGER NOT NULL,
    key TEXT NOT NULL,
    slug TEXT NOT NULL,
    from_day TEXT NOT NULL,
    PRIMARY KEY (is_place, key, slug)
) WITHOUT ROWID;
-- What a letter or two find in the newest day's list, one bit a row of it, where that is too much to rank (a small catalogue
-- has none): the first key is typed without waiting for 100,000 rows to be read.
CREATE TABLE search_start (
    id INTEGER PRIMARY KEY,
    start TEXT NOT NULL UNIQUE,
    rows BLOB NOT NULL
);
CREATE VIRTUAL TABLE search_text USING fts5 (
    names, names_cjk, body, body_cjk,
    content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2'
);
