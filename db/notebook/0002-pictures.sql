-- The user's own pictures. Their files lie in the folder pictures/ beside the notebook, or where the user has them.

-- file: a name within pictures/ (bin/<name> for a deleted one), or a full path; sort_key: the folded title;
-- width and height are those on the screen, the camera's orientation applied; binned: when it was deleted
CREATE TABLE picture (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    keeping TEXT NOT NULL CHECK (keeping IN ('own', 'in-place')),
    caption TEXT NOT NULL,
    credit TEXT NOT NULL,
    licence TEXT NOT NULL,
    taken TEXT NOT NULL,
    added TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    mime TEXT NOT NULL,
    digest TEXT NOT NULL,
    binned TEXT,
    lat REAL,
    lon REAL,
    radius_m REAL,
    sort_key TEXT NOT NULL,
    CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE INDEX picture_by_digest ON picture (digest);
CREATE INDEX picture_by_age ON picture (added, id) WHERE binned IS NULL;

-- the entries a picture is attached to
CREATE TABLE picture_on (
    picture INTEGER NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
    slug TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (picture, slug)
) WITHOUT ROWID;
CREATE INDEX picture_by_slug ON picture_on (slug, picture);

-- what was said of a picture before its last edit, as JSON
CREATE TABLE picture_before (
    picture INTEGER PRIMARY KEY NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
    words TEXT NOT NULL CHECK (json_valid(words))
);

-- what is searched: captions, credits, licences and names of files, folded as notes are; the row's id is the picture's
CREATE VIRTUAL TABLE picture_search USING fts5 (
    words, cjk, tokenize = 'unicode61 remove_diacritics 2'
);
