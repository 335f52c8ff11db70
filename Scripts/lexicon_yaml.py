"""Writes entries of the lexicon as YAML that a person can edit: one attribute a line, at most 100 columns."""
import re

# What YAML would read as something else than a string, or not read at all, when it stands bare.
RESERVED = re.compile(
    r"^(?:y|n|yes|no|on|off|true|false|null|nan|inf|~|=|<<|[-+]?[0-9.,:_]+(?:e[0-9]+)?|0[xo].*)$", re.I)
NEEDS_QUOTES = re.compile(r"^[\s@#&*!|>'\"%`{\[?:,\]}-]|: | #|[\[\]{},]|:$|\s$")
WIDTH = 100


class Shared(list):
    """A list that stands once in the file, under an anchor, and is an alias elsewhere."""

    def __init__(self, name, values):
        super().__init__(values)
        self.name = name


def scalar(value):
    """The value as a YAML scalar, quoted only where it must be."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if isinstance(value, float):
        return f"{value:.9f}".rstrip("0")
    if isinstance(value, int):
        return str(value)
    if value == "" or RESERVED.match(value) or NEEDS_QUOTES.search(value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value


def flow(value):
    """The value on one line: `{ar: …, fr: …}`, `[…, …]` or a scalar."""
    if isinstance(value, Shared):
        return f"*{value.name}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def attribute(key, value, indent):
    """`key: value`; a list that is too long for one line is broken after its commas."""
    lines, current = [], f"{indent}{key}:"
    for part in re.split(r"(?<=,) ", flow(value)):
        if len(current) + 1 + len(part) > WIDTH and current.strip():
            lines.append(current)
            current = indent + "  " + part
        else:
            current += " " + part
    return "\n".join(lines + [current])


def entry(fields):
    """One entry; on a single line where it fits."""
    single = f"  - {flow(fields)}"
    if len(single) <= WIDTH:
        return single
    lines = [attribute(key, value, "    ") for key, value in fields.items()]
    return "  - " + "\n".join(lines)[4:]


def anchored(text, shared):
    """The text with the first alias of a shared list replaced by the list itself under its anchor."""
    lines = attribute("", list(shared), "      ").lstrip().removeprefix(": ")
    return text.replace(f"*{shared.name}", f"&{shared.name}\n        {lines}", 1)


def write(path, comment, kinds, shared=()):
    """Writes a lexicon file: the comment, then each kind with its entries; a string among them is a heading."""
    text = "".join(f"# {line}".rstrip() + "\n" for line in comment.strip().splitlines())
    for kind, entries in kinds.items():
        text += f"\n{kind}:\n"
        text += "".join(f"\n  # {item}\n" if isinstance(item, str) else entry(item) + "\n" for item in entries)
    for one in shared:
        text = anchored(text, one)
    path.write_text(text, encoding="utf-8")
