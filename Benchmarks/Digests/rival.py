#!/usr/bin/env python3
"""Renders a digest's stories as a page by Jinja2, from the JSON form, to compare times.

    DigestsBenchmark json | Benchmarks/Digests/rival.py

The page has the same parts as ours and escapes as ours does; what Jinja2 is given is ready: the
quotes are chosen, the facts gathered, the dates in words. Prints processor seconds, best of five.
"""

import json
import sys
import time

import jinja2

PAGE = """<!DOCTYPE html>
<html lang="{{ language }}"><body><main>
{% for topic in topics %}<section><h2>{{ topic.title }}</h2>
{% for story in topic.stories %}<article id="story-{{ story.id }}" class="{{ story.grade }}">
<h3 lang="{{ story.headline.language }}" dir="{{ story.headline.direction }}"><a href="{{ story.link }}">
{{ marked(story.headline) }}</a></h3>
<ul>{% for article in story.articles[:12] %}<li><a href="{{ article.link }}"><bdi>{{ article.outlet }}</bdi></a>
<time datetime="{{ article.time }}" title="{{ article.time }}">{{ article.time }}</time></li>{% endfor %}</ul>
<blockquote>{% for passage in story.excerpts %}<p lang="{{ passage.language }}"
dir="{{ passage.direction }}">{{ marked(passage) }}</p>{% endfor %}</blockquote>
<dl>{% for fact in story.facts %}<div><dt>{{ fact.kind }}</dt><dd{% if fact.inferred %} class="inferred"{% endif %}>
<bdi>{{ fact.text }}</bdi>{% if fact.note %} <small>({{ fact.note }})</small>{% endif %}</dd></div>{% endfor %}</dl>
<ul>{% for article in story.articles %}<li lang="{{ article.title.language }}"><a href="{{ article.link }}"><bdi>
{{ marked(article.title) }}</bdi></a> <bdi>{{ article.outlet }}</bdi> {{ article.time }}</li>{% endfor %}</ul>
</article>{% endfor %}</section>{% endfor %}
</main></body></html>"""


def marked(passage):
    text, place, parts = passage["text"], 0, []
    for match in passage["matches"]:
        parts += [jinja2.utils.markupsafe.escape(text[place:match["start"]]), "<mark>",
                  jinja2.utils.markupsafe.escape(text[match["start"]:match["end"]]), "</mark>"]
        place = match["end"]
    return jinja2.utils.markupsafe.Markup("".join(
        [*parts, jinja2.utils.markupsafe.escape(text[place:])]))


def main():
    digest = json.load(sys.stdin)
    page = jinja2.Environment(autoescape=True).from_string(PAGE)
    best, size = float("inf"), 0
    for _ in range(5):
        began = time.process_time()
        size = len(page.render(**digest, marked=marked).encode())
        best = min(best, time.process_time() - began)
    print(f"Jinja2 {jinja2.__version__}, one page of {size / 1e6:.1f} MB: {best:.2f} s")


if __name__ == "__main__":
    main()
