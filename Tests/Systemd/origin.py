"""Serves feeds on loopback, some of them hostile: origin.py PORT ITEMS

/good/N.xml    ITEMS items, never the same N twice
/slow.xml      a byte every ten seconds
/bomb.xml      a gigabyte of blanks, compressed to a megabyte
/endless.xml   items without end
"""

import gzip
import http.server
import sys
import time

ITEMS = int(sys.argv[2])


def feed(name):
    items = "".join(
        f"<item><guid>urn:{name}:{n}</guid><title>La DGSN annonce une opération à Rabat, {name} {n}</title>"
        "<description>Les éléments de la police judiciaire de Rabat ont arrêté deux suspects.</description></item>"
        for n in range(ITEMS))
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


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
