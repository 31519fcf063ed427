-- The user's notebook. It points at the catalogue by slug only, so a newer catalogue can orphan nothing.
-- Times are UTC, ISO 8601 with milliseconds.

PRAGMA application_id = 0x494C5253;

-- what a note is on: an entry's slug, or note.<n> for a note of its own
CREATE TABLE note (
    slug TEXT PRIMARY KEY NOT NULL,
    created TEXT NOT NULL
);

-- what was typed since the last revision closed
CREATE TABLE draft (
    slug TEXT PRIMARY KEY NOT NULL REFERENCES note (slug) ON UPDATE CASCADE,
    text TEXT NOT NULL,
    saved TEXT NOT NULL
);

-- closed states of a note; never changed and never deleted
CREATE TABLE revision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL REFERENCES note (slug) ON UPDATE CASCADE,
    text TEXT NOT NULL,
    closed TEXT NOT NULL
);
CREATE INDEX revision_of_note ON revision (slug, id);

CREATE VIEW current_note AS
SELECT
    note.slug AS slug,
    coalesce(draft.text, newest.text, '') AS text,
    coalesce(draft.saved, newest.closed, note.created) AS changed,
    draft.slug IS NOT NULL AS has_draft
FROM note
LEFT JOIN draft ON draft.slug = note.slug
LEFT JOIN revision AS newest
    ON newest.id = (SELECT max(id) FROM revision WHERE revision.slug = note.slug);

-- [[slug]] in a note; target is written as the catalogue names the entry today
CREATE TABLE link (
    source TEXT NOT NULL REFERENCES note (slug) ON UPDATE CASCADE,
    target TEXT NOT NULL,
    PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target);

-- what is searched: the folded words and the CJK grams of the current text
CREATE VIRTUAL TABLE note_search USING fts5 (
    slug UNINDEXED, words, cjk, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE star (
    slug TEXT PRIMARY KEY NOT NULL,
    starred TEXT NOT NULL
);

-- folded is what makes two tags the same
CREATE TABLE tag (
    slug TEXT NOT NULL,
    folded TEXT NOT NULL,
    tag TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (slug, folded)
) WITHOUT ROWID;
CREATE INDEX tag_by_name ON tag (folded);

-- what the user put on the map; points is JSON: [[degrees north, degrees east], ...]
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shape TEXT NOT NULL CHECK (shape IN ('pin', 'path', 'area')),
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    points TEXT NOT NULL CHECK (json_valid(points)),
    changed TEXT NOT NULL
);

-- slugs that a newer catalogue renamed
CREATE TABLE redirect (
    old TEXT PRIMARY KEY NOT NULL,
    new TEXT NOT NULL
);
