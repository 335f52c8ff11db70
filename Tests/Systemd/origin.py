"""Serves feeds on loopback, some of them hostile: origin.py PORT ITEMS

/good/N.xml    ITEMS items, never the same N twice
/news.xml      one item, of another event
/slow.xml      a byte every ten seconds
/bomb.xml      a gigabyte of blanks, compressed to a megabyte
/endless.xml   items without end

What is posted is kept in /root/posted, with its headers.
"""

import gzip
import http.server
import json
import sys
import time

ITEMS = int(sys.argv[2])


def feed(name):
    if name == "news":
        return NEWS.encode()
    items = "".join(
        f"<item><guid>urn:{name}:{n}</guid><title>La DGSN annonce une opération à Rabat, {name} {n}</title>"
        "<description>Les éléments de la police judiciaire de Rabat ont arrêté deux suspects.</description></item>"
        for n in range(ITEMS))
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


NEWS = """<rss version='2.0'><channel><title>news</title><item><guid>urn:news</guid>
<title>La DGSN inaugure un laboratoire de police scientifique à Agadir</title>
<description>Le directeur général de la Sûreté nationale a inauguré mardi un laboratoire à Agadir.</description>
</item></channel></rss>"""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self):
        name = self.path.strip("/").removesuffix(".xml").replace("/", "-")
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        if name == "bomb":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        try:
            self.body(name)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with open("/root/posted", "a") as posted:
            print(json.dumps({"path": self.path, "headers": dict(self.headers), "body": body.decode()}), file=posted)
        self.send_response(204)
        self.end_headers()

    def body(self, name):
        if name == "slow":
            while True:
                self.wfile.write(b"<")
                self.wfile.flush()
                time.sleep(10)
        if name == "bomb":
            self.wfile.write(BOMB)
        elif name == "endless":
            self.wfile.write(b"<rss version='2.0'><channel>")
            while True:
                self.wfile.write(b"<item><title>DGSN</title></item>" * 1000)
        else:
            self.wfile.write(feed(name))

    def log_message(self, *_):
        pass


BOMB = b"".join(gzip.compress(b" " * (1 << 20)) for _ in range(1)) * 1024
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
