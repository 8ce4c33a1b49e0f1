"""Renders chats with Python's Jinja as Transformers sets it up. Reads {"renders": [{"template", "messages", "tools"}]} and prints the texts with their spans."""
import datetime
import json
import sys

import jinja2
import jinja2.ext
from jinja2.sandbox import ImmutableSandboxedEnvironment


class Generation(jinja2.ext.Extension):
    """`{% generation %}`, which says what is trained on: its text stands between two marks."""

    tags = {"generation"}
    OPEN, CLOSE = "\ufdd0", "\ufdd1"

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("marked"), [], [], body).set_lineno(line)

    def marked(self, caller):
        return self.OPEN + caller() + self.CLOSE


def raise_exception(message):
    raise jinja2.exceptions.TemplateError(message)


def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def environment():
    made = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols])
    made.filters["tojson"] = tojson
    made.globals["raise_exception"] = raise_exception
    made.globals["strftime_now"] = datetime.datetime(2024, 7, 26).strftime
    return made


def units(text):
    """Length in UTF-16 units, by which the other side counts."""
    return len(text.encode("utf-16-le")) // 2


def read_marks(marked):
    text, spans, start = [], [], 0
    for part in marked.replace(Generation.CLOSE, "\ufdd1\ufdd0").split(Generation.OPEN):
        body = part.removesuffix(Generation.CLOSE)
        length = units(body)
        if body != part and length > 0:
            spans.append([start, start + length])
        text.append(body)
        start += length
    return {"text": "".join(text), "spans": spans}


def rendered(job, templates):
    try:
        template = templates.setdefault(job["template"], environment().from_string(job["template"]))
        variables = {"bos_token": job.get("bos_token", ""), "documents": None, "add_generation_prompt": False}
        return read_marks(template.render(messages=job["messages"], tools=job["tools"] or None, **variables))
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


templates = {}
jobs = json.load(sys.stdin)["renders"]
print(json.dumps({"version": jinja2.__version__, "renders": [rendered(job, templates) for job in jobs]}))
