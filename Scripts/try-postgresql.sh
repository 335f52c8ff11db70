#!/bin/sh
# Runs docs/notes/scaling.sql in a PostgreSQL cluster of its own, with eight pollers at once.
# Wants the Debian package postgresql. As root it works as the user postgres.
set -eu

schema=$(dirname "$0")/../docs/notes/scaling.sql
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
if [ -z "$bin" ]; then
    echo "PostgreSQL is not installed: not run" >&2
    exit 77
fi
folder=$(mktemp -d)
as=""
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as="runuser -u postgres --"
fi
finish() {
    $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT
cp "$schema" "$folder/schema.sql"
chmod -R a+rX "$folder"

$as "$bin/initdb" -D "$folder/data" -A trust -U marsad >/dev/null
$as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/data/log" \
    -o "-k $folder -c listen_addresses=''" start >/dev/null
sql() { psql -h "$folder" -U marsad -d postgres -v ON_ERROR_STOP=1 -qtA "$@"; }

expect() {
    found=$(sql -c "$2")
    if [ "$found" != "$3" ]; then
        echo "FAILED: $1: $found instead of $3" >&2
        exit 1
    fi
    echo "ok: $1"
}

sql -f "$folder/schema.sql" >/dev/null
sql <<'SQL'
INSERT INTO feed (name, outlet, host, about, state, due)
SELECT 'feed-' || n, 'Outlet ' || n, 'host-' || (n % 900), '{}', '{}', now() - interval '1 minute'
FROM generate_series(1, 3000) AS n;
CREATE TABLE asked (feed bigint, poller text, host text, at timestamptz DEFAULT clock_timestamp());
SQL

# Eight pollers take slices and feeds, and finish what they took, until nothing is due.
poller() {
    for _ in $(seq 60); do
        sql <<SQL
SELECT count(*) FROM take_slices('$1', 8) \g /dev/null
BEGIN;
CREATE TEMPORARY TABLE mine ON COMMIT DROP AS SELECT id FROM take_feeds('$1', 50);
INSERT INTO asked (feed, poller, host)
SELECT feed.id, '$1', feed.host FROM mine JOIN feed USING (id);
INSERT INTO poll (feed, at, status, new, edited, matches) SELECT id, now(), 304, 0, 0, 0 FROM mine;
SELECT count(*) FILTER (WHERE NOT finish_poll('$1', id, '{"etag": 1}', interval '15 minutes'))
FROM mine \g /dev/null
COMMIT;
SQL
    done
}
pollers=""
for number in 1 2 3 4 5 6 7 8; do
    poller "poller-$number" &
    pollers="$pollers $!"
done
for process in $pollers; do wait "$process"; done

expect "every due feed was asked" "SELECT count(DISTINCT feed) FROM asked" 3000
expect "no feed was asked twice" "SELECT count(*) FROM asked" 3000
expect "all of a host's feeds were asked by one poller" \
    "SELECT count(*) FROM (SELECT host FROM asked GROUP BY host HAVING count(DISTINCT poller) > 1) x" 0
expect "all pollers had work" "SELECT count(DISTINCT poller) FROM asked" 8
expect "the next polls are spread over a tenth of the pause" \
    "SELECT count(DISTINCT date_trunc('second', due)) > 60 AND
        max(due) - min(due) < interval '3 minutes' FROM feed" t

# A poller that dies: its lease ends, another takes the feeds, and what it finishes late is refused.
sql <<'SQL'
UPDATE slice SET until = '-infinity', poller = NULL;
UPDATE feed SET due = now() WHERE id = 7;
SELECT count(*) FROM take_slices('dead', 64) \g /dev/null
SELECT count(*) FROM take_feeds('dead', 10) \g /dev/null
SQL
expect "what is leased is nobody else's" \
    "SELECT count(*) FROM take_slices('heir', 64), take_feeds('heir', 10)" 0
sql -c "UPDATE slice SET until = now() - interval '1 second'" \
    -c "UPDATE feed SET leased = now() - interval '1 second' WHERE id = 7"
expect "slices of the dead are taken over" "SELECT count(*) FROM take_slices('heir', 64)" 64
expect "so are its feeds" "SELECT name FROM take_feeds('heir', 10)" feed-7
expect "who lost the lease may not finish" \
    "SELECT finish_poll('dead', 7, '{}', interval '15 minutes')" f
expect "who has it may" "SELECT finish_poll('heir', 7, '{}', interval '15 minutes')" t

# An item twice is one; words and marks find it.
sql <<'SQL'
INSERT INTO item (feed, guid, short, title, hash, seen, words, marks)
SELECT 1, 'a' || n, 's' || n, 'عنوان', 1, now(), to_tsvector('simple', 'حجز شيرا ' || n), ARRAY['@tr']
FROM generate_series(1, 20000) AS n ON CONFLICT (feed, guid) DO NOTHING;
INSERT INTO item (feed, guid, short, title, hash, seen) VALUES (1, 'a1', 's1', 'x', 1, now())
ON CONFLICT (feed, guid) DO NOTHING;
VACUUM ANALYZE item;
SQL
expect "an item twice is one" "SELECT count(*) FROM item" 20000
expect "a word and a mark find it" \
    "SELECT guid FROM item WHERE words @@ to_tsquery('simple', 'شيرا & 42') AND marks @> '{@tr}'" a42
sql <<'SQL' >/dev/null
CREATE FUNCTION plan(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; plan text := '';
BEGIN
    FOR line IN EXECUTE 'EXPLAIN ' || query LOOP plan := plan || line; END LOOP;
    RETURN plan;
END $$;
SQL
expect "the words are looked up in their index" \
    "SELECT plan('SELECT guid FROM item WHERE words @@ to_tsquery(''simple'', ''42'')') LIKE '%item_words%'" t
