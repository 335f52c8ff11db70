-- An archive as the schema of number 5 had it; never to be changed.
PRAGMA page_size = 4096;
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    outlet TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;

CREATE TABLE poll (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feed (id),
    at REAL NOT NULL,
    status INTEGER,
    error TEXT,
    new INTEGER NOT NULL,
    edited INTEGER NOT NULL,
    matches INTEGER NOT NULL
) STRICT;
CREATE INDEX poll_at ON poll (at);

CREATE TABLE rules (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE story (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    headline TEXT NOT NULL,
    first_seen REAL NOT NULL,
    last_seen REAL NOT NULL,
    merged INTEGER REFERENCES story (id)
) STRICT;
CREATE INDEX story_last_seen ON story (last_seen);

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feed (id),
    guid TEXT NOT NULL,
    short TEXT NOT NULL,
    article INTEGER,
    title TEXT NOT NULL,
    link TEXT,
    published REAL,
    updated REAL,
    language TEXT,
    more TEXT,
    hash INTEGER NOT NULL,
    seen REAL NOT NULL,
    edited REAL,
    matched REAL,
    story INTEGER REFERENCES story (id),
    why TEXT,
    UNIQUE (feed, guid)
) STRICT;
CREATE INDEX item_short ON item (short);
CREATE INDEX item_seen ON item (seen);
CREATE INDEX item_article ON item (article) WHERE article IS NOT NULL;
CREATE INDEX item_matched ON item (matched) WHERE matched IS NOT NULL;
CREATE INDEX item_story ON item (story) WHERE story IS NOT NULL;

CREATE TABLE body (
    item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    summary TEXT,
    content TEXT,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE version (
    item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    seen REAL NOT NULL,
    hash INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT,
    PRIMARY KEY (item, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
    item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    rules INTEGER NOT NULL REFERENCES rules (id),
    json TEXT NOT NULL
) STRICT;

CREATE TABLE topic (
    name TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    score REAL NOT NULL,
    PRIMARY KEY (name, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_item ON topic (item);

CREATE TABLE fingerprint (
    item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    shingles BLOB NOT NULL,
    facts TEXT NOT NULL,
    numbers TEXT NOT NULL
) STRICT;
ALTER TABLE fingerprint ADD COLUMN words BLOB;

CREATE TABLE digest (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    since REAL NOT NULL,
    until REAL NOT NULL,
    written REAL NOT NULL,
    files TEXT NOT NULL,
    UNIQUE (name, since, until)
) STRICT;

CREATE TABLE citation (
    digest INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES item (id),
    PRIMARY KEY (digest, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_item ON citation (item);

CREATE TABLE label (
    item INTEGER NOT NULL REFERENCES item (id),
    subject TEXT NOT NULL,
    who TEXT NOT NULL,
    verdict INTEGER NOT NULL CHECK (verdict IN (0, 1)),
    at REAL NOT NULL,
    note TEXT,
    PRIMARY KEY (item, subject, who)
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten (
    feed INTEGER NOT NULL REFERENCES feed (id),
    guid INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (feed, guid)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
    title, body, marks, tokenize = "ascii tokenchars '@#=+-._~'"
);

INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
INSERT INTO search (search, rank) VALUES ('automerge', 8);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hook TEXT NOT NULL,
    subject TEXT NOT NULL,
    event TEXT NOT NULL,
    at REAL NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due REAL NOT NULL,
    error TEXT,
    done REAL,
    UNIQUE (hook, subject)
) STRICT;
CREATE INDEX outbox_due ON outbox (due) WHERE done IS NULL;

CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL CHECK (length(uuid) = 36)
) STRICT;

INSERT INTO feed VALUES (1, 'nord', 'Le Nord', '{"id":"nord","name":"Le Nord","url":"https://nord.example/feed","country":"MA","tags":["daily"],"enabled":true}', '{"etag":"\"7\"","lastPoll":1747389600.25,"failures":0,"status":200,"stopped":false,"movedCount":0,"skipHours":[],"skipDays":[],"window":3,"arrivals":[]}');
INSERT INTO feed VALUES (2, 'sud', 'الجنوب', '{"id":"sud","name":"الجنوب","url":"https://sud.example/feed","tags":[],"enabled":true}', '{"failures":1,"lastError":"no answer","stopped":false,"movedCount":0,"skipHours":[],"skipDays":[],"window":0,"arrivals":[]}');
INSERT INTO poll VALUES (1, 1, 1747389600.25, 200, NULL, 2, 0, 1);
INSERT INTO poll VALUES (2, 2, 1747389660.5, 200, NULL, 2, 0, 2);
INSERT INTO poll VALUES (3, 1, 1747393200.0, 200, NULL, 0, 1, 0);
INSERT INTO poll VALUES (4, 2, 1747393260.0, NULL, 'no answer', 0, 0, 0);
INSERT INTO rules VALUES (1, 'rules of may');
INSERT INTO story VALUES (1, 'Saisie au port', 1747389600.25, 1747389660.5, NULL);
INSERT INTO story VALUES (2, 'حجز بالميناء', 1747389660.5, 1747389660.5, 1);
INSERT INTO story VALUES (3, 'زيارة إلى مدريد', 1747389660.5, 1747389660.5, NULL);
INSERT INTO item VALUES (1, 1, 'n1', 'aaaaaaaa', 11, 'Saisie au port', 'https://nord.example/1', 1747389000.0, NULL, 'fr', '{"authors":["Rédaction"],"categories":["Drogue"]}', -6066930334832433271, 1747389600.25, NULL, 1747389600.25, 1, 'opened the story');
INSERT INTO item VALUES (2, 1, 'n2', 'bbbbbbbb', 12, 'Le marché rouvre', 'https://nord.example/2', NULL, NULL, 'fr', NULL, 42, 1747389600.25, 1747393200.0, NULL, NULL, NULL);
INSERT INTO item VALUES (3, 2, 's1', 'cccccccc', 13, 'حجز بالميناء', 'https://sud.example/1', 1747389100.5, NULL, 'ar', NULL, 9007199254740993, 1747389660.5, NULL, 1747389660.5, 1, 'merged by hand with story 2, where it: opened the story');
INSERT INTO item VALUES (4, 2, 's2', 'dddddddd', 14, 'زيارة إلى مدريد', 'https://sud.example/2', 1747389200.0, NULL, 'ar', NULL, 7, 1747389660.5, NULL, 1747389660.5, 3, 'opened the story');
INSERT INTO body VALUES (1, 'Deux arrestations.', '<p>Deux arrestations à Tanger.</p>', 'Deux arrestations à Tanger.');
INSERT INTO body VALUES (2, NULL, NULL, 'Les étals reviennent à Salé.');
INSERT INTO body VALUES (3, NULL, NULL, 'أوقفت الشرطة شخصين وحجزت سيارتهما بالميناء.');
INSERT INTO body VALUES (4, NULL, NULL, 'وصل المدير إلى مدريد ولأمنها صلة بزيارته.');
INSERT INTO version VALUES (2, 1, 1747389600.25, 41, 'Le marché ferme', 'Les étals sont vides à Salé.');
INSERT INTO report VALUES (1, 1, '{"id":"n1","source":"nord","language":"fr","darija":false,"published":null,"title":"Saisie au port","relevant":true,"score":4.5,"topics":[{"id":"drugs","score":6.0,"threshold":3.0,"grade":"primary","evidence":[]}],"relevance":[],"facts":{"people":[],"organisations":[{"id":"dgsn","name":"DGSN","acronym":null,"country":"MA","mentions":[]}],"countries":[],"places":[],"events":[],"dates":[],"quantities":[],"quotations":[],"acts":[]},"boilerplate":[]}');
INSERT INTO report VALUES (3, 1, '{"id":"s1","source":"nord","language":"ar","darija":false,"published":null,"title":"حجز بالميناء","relevant":true,"score":4.5,"topics":[{"id":"drugs","score":6.0,"threshold":3.0,"grade":"primary","evidence":[]}],"relevance":[],"facts":{"people":[],"organisations":[{"id":"dgsn","name":"DGSN","acronym":null,"country":"MA","mentions":[]}],"countries":[],"places":[],"events":[],"dates":[],"quantities":[],"quotations":[],"acts":[]},"boilerplate":[]}');
INSERT INTO report VALUES (4, 1, '{"id":"s2","source":"nord","language":"ar","darija":false,"published":null,"title":"زيارة إلى مدريد","relevant":true,"score":4.5,"topics":[{"id":"drugs","score":6.0,"threshold":3.0,"grade":"primary","evidence":[]}],"relevance":[],"facts":{"people":[],"organisations":[{"id":"dgsn","name":"DGSN","acronym":null,"country":"MA","mentions":[]}],"countries":[],"places":[],"events":[],"dates":[],"quantities":[],"quotations":[],"acts":[]},"boilerplate":[]}');
INSERT INTO topic VALUES ('drugs', 1, 6.0);
INSERT INTO topic VALUES ('drugs', 3, 6.0);
INSERT INTO topic VALUES ('security-cooperation', 4, 5.5);
INSERT INTO fingerprint VALUES (1, 'fr', x'0100000000000000ffffffffffffff7f', '["place:tanger"]', '["2 person"]',
    x'0200000007000000080000000900000000000080');
INSERT INTO fingerprint VALUES (3, 'ar', x'0200000000000000', '["place:tanger"]', '["2 person"]', NULL);
INSERT INTO fingerprint VALUES (4, 'ar', x'', '["country:ES"]', '[]', x'00000000');
INSERT INTO digest VALUES (1, 'day', 1747353600.0, 1747440000.0, 1747440060.0, '["digest.html"]');
INSERT INTO citation VALUES (1, 1);
INSERT INTO label VALUES (4, '#drugs', 'an editor', 0, 1747400000.0, 'a visit');
INSERT INTO forgotten VALUES (1, 77, 78);
INSERT INTO search (rowid, title, body, marks) VALUES (1, 'saisie au port', 'deux arrestations a tanger', '=1 ~2025-05 @dgsn +match #drugs');
INSERT INTO search (rowid, title, body, marks) VALUES (2, 'le marche rouvre', 'les etals reviennent a sale', '=1 ~2025-05 ');
INSERT INTO search (rowid, title, body, marks) VALUES (3, 'حجز بالميناء', 'اوقفت الشرطه شخصين وحجزت سيارتهما بالميناء', '=2 ~2025-05 @dgsn +match #drugs');
INSERT INTO search (rowid, title, body, marks) VALUES (4, 'زياره الي مدريد', 'وصل المدير الي مدريد ولامنها صله بزيارته', '=2 ~2025-05 @dgsn +match #drugs');
INSERT INTO outbox VALUES (1, 'desk', 'story 1', '{}', 1747389600.25, 1, 1747389900.0, 'no connection', NULL);
INSERT INTO outbox VALUES (2, 'desk', 'story 3', '{}', 1747389660.5, 1, 1747389660.5, NULL, 1747389670.0);
INSERT INTO identity VALUES (1, '0b7c6f3e-5f0a-4c58-9d1e-2f4a6b8c0d1e');
PRAGMA application_id = 1297240900;
PRAGMA user_version = 5;
