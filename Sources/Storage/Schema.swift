import GRDB

/// The tables of the archive, and how an older file becomes a present one.
///
/// `PRAGMA user_version` holds the schema's number; a step, once released, is never changed.
enum Schema {
    /// `MRSD`: tells an archive from any other SQLite file.
    static let applicationID = 0x4D52_5344

    static var version: Int { steps.count + 1 }

    /// Refuses a file that is of another program or of a newer Marsad.
    static func recognise(_ db: Database, at path: String) throws -> Int {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if tables > 0, application != applicationID { throw ArchiveError.notAnArchive(path: path) }
        if found > version {
            throw ArchiveError.newerSchema(path: path, found: found, known: version)
        }
        return found
    }

    /// Takes the missing steps, each in a transaction with its number.
    static func update(
        _ db: Database, from found: Int, to wanted: Int = version,
        onStep: Archive.OnMigration? = nil
    ) throws {
        for (number, step) in steps.prefix(wanted).enumerated().dropFirst(found) {
            if found > 0 { onStep?(number + 1, wanted) }
            try db.inTransaction(.immediate) {
                try db.execute(sql: step)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(number + 1)")
                return .commit
            }
        }
        guard found < version, wanted == version else { return }
        if found > 0 { onStep?(version, wanted) }
        try SearchRebuilding(db: db).run(number: version, isNew: found == 0)
    }

    /// All but the last, which is no SQL alone (``SearchRebuilding``).
    static let steps = [first, second, third, fourth, fifth]

    /// The words of a fingerprint; null in those of before.
    private static let fifth = "ALTER TABLE fingerprint ADD COLUMN words BLOB"

    /// From which on the search index has words by their keys (``SearchKeys``).
    static let hasKeys = 6

    /// The search index, which is made anew where its keys change.
    static func search(named name: String) -> String {
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS \(name) USING fts5 (
            title, body, marks, tokenize = "ascii tokenchars '@#=+-._~'"
        );
        INSERT INTO \(name) (\(name), rank) VALUES ('hashsize', 16777216);
        INSERT INTO \(name) (\(name), rank) VALUES ('automerge', 8);
        """
    }

    /// Which archive this is, among all there are: a random UUID (RFC 9562 §5.4).
    private static let fourth = """
        CREATE TABLE identity (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            uuid TEXT NOT NULL CHECK (length(uuid) = 36)
        ) STRICT;
        INSERT INTO identity (id, uuid) VALUES (1, lower(
            hex(randomblob(4)) || '-' || hex(randomblob(2))
            || '-4' || substr(hex(randomblob(2)), 2)
            || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2)
            || '-' || hex(randomblob(6))));
        """

    /// What hooks are to be told.
    private static let third = """
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
        """

    /// The index gathers more in memory before it writes, and merges what it wrote less often:
    /// a third less work for each item (`docs/notes/scaling.md`).
    private static let second = """
        INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
        INSERT INTO search (search, rank) VALUES ('automerge', 8);
        """

    /// Times are seconds since 1970; hashes are the bits of an unsigned number.
    private static let first = """
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
        """
}
