"""A dict as TOML 1.0 text: just what scenario files need (the standard library only reads TOML)."""

import json

TABLES = ("model", "phases")


def scalar(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML basic string
    if isinstance(value, list):
        return "[" + ", ".join(scalar(v) for v in value) + "]"
    inner = ", ".join(f"{key_text(k)} = {scalar(v)}" for k, v in value.items())
    return "{ " + inner + " }" if inner else "{}"


def key_text(key):
    bare = all(c.isascii() and (c.isalnum() or c in "-_") for c in key)
    return key if key and bare else json.dumps(key, ensure_ascii=False)


def is_table_list(value):
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def document(table):
    """Plain values first, then the tables `[x]`, then the lists of tables `[[x]]`."""
    out = []
    for key, value in table.items():
        if not is_table_list(value) and key not in TABLES:
            out.append(f"{key_text(key)} = {scalar(value)}")
    for key, value in table.items():
        if key in TABLES:
            out.append(f"\n[{key}]")
            out += [f"{key_text(k)} = {scalar(v)}" for k, v in value.items()]
        elif is_table_list(value):
            for item in value:
                out.append(f"\n[[{key}]]")
                out += [f"{key_text(k)} = {scalar(v)}" for k, v in item.items()]
    return "\n".join(out) + "\n"
