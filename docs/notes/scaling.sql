-- The archive's tables for several pollers, as PostgreSQL 15 takes them; `scaling.md` says why.
-- `Scripts/try-postgresql.sh` runs all of it in a cluster of its own.

-- Which poller asks which hosts: a host's feeds are in one of 64 slices, and a slice is one
-- poller's at a time, for the pause between two requests to a host is kept in one process.
CREATE TABLE slice (
    number  smallint PRIMARY KEY CHECK (number BETWEEN 0 AND 63),
    poller  text,
    until   timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO slice (number) SELECT generate_series(0, 63);

CREATE TABLE feed (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text NOT NULL UNIQUE,
    outlet  text NOT NULL,
    host    text NOT NULL,
    slice   smallint NOT NULL GENERATED ALWAYS AS ((hashtextextended(host, 0) & 63)::smallint) STORED
            REFERENCES slice,
    about   jsonb NOT NULL,
    state   jsonb NOT NULL,                  -- validators, rhythm, back-off: what FeedState holds
    due     timestamptz NOT NULL,            -- its nextPoll
    leased  timestamptz NOT NULL DEFAULT '-infinity',
    poller  text
);
CREATE INDEX feed_due ON feed (slice, due);

CREATE TABLE poll (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed    bigint NOT NULL REFERENCES feed,
    at      timestamptz NOT NULL,
    status  integer,
    error   text,
    new     integer NOT NULL,
    edited  integer NOT NULL,
    matches integer NOT NULL
);
CREATE INDEX poll_at ON poll USING brin (at);

CREATE TABLE rules (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint text NOT NULL UNIQUE
);

CREATE TABLE story (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    headline   text NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    merged     bigint REFERENCES story
);
CREATE INDEX story_last_seen ON story (last_seen);

CREATE TABLE item (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed      bigint NOT NULL REFERENCES feed,
    guid      text NOT NULL,
    short     text NOT NULL,
    article   bigint,
    title     text NOT NULL,
    link      text,
    published timestamptz,
    updated   timestamptz,
    language  text,
    more      jsonb,
    hash      bigint NOT NULL,
    seen      timestamptz NOT NULL,
    edited    timestamptz,
    matched   timestamptz,
    story     bigint REFERENCES story,
    why       text,
    words     tsvector,                      -- of the folded text, by the configuration 'simple'
    marks     text[] NOT NULL DEFAULT '{}',  -- @tr #drugs =12 ~2025-05
    UNIQUE (feed, guid)
);
CREATE INDEX item_short ON item (short text_pattern_ops);
CREATE INDEX item_seen ON item USING brin (seen);
CREATE INDEX item_article ON item (article) WHERE article IS NOT NULL;
CREATE INDEX item_matched ON item (matched) WHERE matched IS NOT NULL;
CREATE INDEX item_story ON item (story) WHERE story IS NOT NULL;
CREATE INDEX item_words ON item USING gin (words);
CREATE INDEX item_marks ON item USING gin (marks);

CREATE TABLE body (
    item    bigint PRIMARY KEY REFERENCES item ON DELETE CASCADE,
    summary text,
    content text,
    text    text NOT NULL
);

CREATE TABLE version (
    item   bigint NOT NULL REFERENCES item ON DELETE CASCADE,
    number integer NOT NULL,
    seen   timestamptz NOT NULL,
    hash   bigint NOT NULL,
    title  text NOT NULL,
    text   text,
    PRIMARY KEY (item, number)
);

CREATE TABLE report (
    item  bigint PRIMARY KEY REFERENCES item ON DELETE CASCADE,
    rules bigint NOT NULL REFERENCES rules,
    json  jsonb NOT NULL
);

CREATE TABLE topic (
    name  text NOT NULL,
    item  bigint NOT NULL REFERENCES item ON DELETE CASCADE,
    score double precision NOT NULL,
    PRIMARY KEY (name, item)
);
CREATE INDEX topic_item ON topic (item);

CREATE TABLE fingerprint (
    item     bigint PRIMARY KEY REFERENCES item ON DELETE CASCADE,
    language text NOT NULL,
    shingles bytea NOT NULL,
    facts    text[] NOT NULL,
    numbers  text[] NOT NULL,
    words    bytea
);

CREATE TABLE digest (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text NOT NULL,
    since   timestamptz NOT NULL,
    until   timestamptz NOT NULL,
    written timestamptz NOT NULL,
    files   text[] NOT NULL,
    UNIQUE (name, since, until)
);

CREATE TABLE citation (
    digest bigint NOT NULL REFERENCES digest ON DELETE CASCADE,
    item   bigint NOT NULL REFERENCES item,
    PRIMARY KEY (digest, item)
);
CREATE INDEX citation_item ON citation (item);

CREATE TABLE label (
    item    bigint NOT NULL REFERENCES item,
    subject text NOT NULL,
    who     text NOT NULL,
    verdict boolean NOT NULL,
    at      timestamptz NOT NULL,
    note    text,
    PRIMARY KEY (item, subject, who)
);

CREATE TABLE forgotten (
    feed bigint NOT NULL REFERENCES feed,
    guid bigint NOT NULL,
    hash bigint NOT NULL,
    PRIMARY KEY (feed, guid)
);

-- What hooks are to be told; whoever delivers takes rows with FOR UPDATE SKIP LOCKED.
CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hook text NOT NULL,
    subject text NOT NULL,
    event jsonb NOT NULL,
    at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due timestamptz NOT NULL,
    error text,
    done timestamptz,
    UNIQUE (hook, subject)
);
CREATE INDEX outbox_due ON outbox (due) WHERE done IS NULL;

-- Which archive this is, among all there are.
CREATE TABLE identity (
    id integer PRIMARY KEY CHECK (id = 1),
    uuid uuid NOT NULL
);
INSERT INTO identity VALUES (1, gen_random_uuid());

-- A poller takes slices that are nobody's, or of one that did not come back; and renews its own.
CREATE FUNCTION take_slices(me text, most integer) RETURNS SETOF smallint LANGUAGE sql AS $$
    UPDATE slice SET poller = me, until = now() + interval '2 minutes'
    WHERE number IN (
        SELECT number FROM slice WHERE until < now() OR poller = me
        ORDER BY (poller = me) DESC NULLS LAST, until LIMIT most
        FOR UPDATE SKIP LOCKED)
    RETURNING number
$$;

-- Due feeds of its slices, the longest due first, for five minutes.
CREATE FUNCTION take_feeds(me text, most integer)
RETURNS TABLE (id bigint, name text, about jsonb, state jsonb) LANGUAGE sql AS $$
    UPDATE feed SET leased = now() + interval '5 minutes', poller = me
    WHERE feed.id IN (
        SELECT feed.id FROM feed JOIN slice ON slice.number = feed.slice
        WHERE slice.poller = me AND slice.until > now()
            AND feed.due <= now() AND feed.leased < now()
        ORDER BY feed.due LIMIT most
        FOR UPDATE OF feed SKIP LOCKED)
    RETURNING feed.id, feed.name, feed.about, feed.state
$$;

-- The last statement of a poll's transaction. Where it finds no row the lease was lost, another
-- poller has the feed, and the transaction is to be rolled back. The next poll is spread by the
-- feed's own hash, within a tenth of the pause.
CREATE FUNCTION finish_poll(me text, of bigint, next_state jsonb, pause interval)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    UPDATE feed SET state = next_state, leased = '-infinity', poller = NULL,
        due = now() + pause + pause * ((hashtextextended(name, 1) & 1023) / 10240.0)
    WHERE id = of AND poller = me AND leased > now();
    RETURN FOUND;
END $$;
