// Makes the page a part of the program: node embed_page.mjs FOLDER OUT.bin OUT.cpp writes all
// files of FOLDER, plain and compressed, one after the other into OUT.bin, and into OUT.cpp the
// table that page_files.hpp promises, which includes OUT.bin as it is.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { constants, gzipSync } from "node:zlib";

const [folder, binary, source] = process.argv.slice(2).map((name) => path.resolve(name));

const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

function filesBelow(at) {
  if (!existsSync(at)) return [];
  return readdirSync(at).flatMap((name) => {
    const full = path.join(at, name);
    return statSync(full).isDirectory() ? filesBelow(full) : [full];
  });
}

const chunks = [];
let length = 0;

// Adds some bytes and says where they lie, as C++.
function placed(bytes) {
  const expression = `part(${length}, ${bytes.length})`;
  chunks.push(bytes);
  length += bytes.length;
  return expression;
}

const rows = filesBelow(folder)
  .map((file) => [`/${path.relative(folder, file).split(path.sep).join("/")}`, file])
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, file]) => {
    const contentType = contentTypes[path.extname(name)];
    if (contentType === undefined) throw new Error(`${file}: no content type for this name`);
    const bytes = readFileSync(file);
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
    const zipped = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
    const gzip = zipped.length < bytes.length ? placed(zipped) : "{}";
    const cells = [JSON.stringify(name), `"${contentType}"`, `"${hash}"`, placed(bytes), gzip];
    return `        {${cells.join(", ")}},`;
  });

writeFileSync(binary, Buffer.concat(chunks));
writeFileSync(
  source,
  `// Made by embed_page.mjs from the files of the page.
#include "net/page_files.hpp"

#include <cstddef>
#include <vector>

asm(R"(
.section .rodata
.global dealtafel_page_bytes
dealtafel_page_bytes:
.incbin ${JSON.stringify(binary)}
.byte 0
.previous
)");

extern "C" const char dealtafel_page_bytes[];

namespace dealtafel::net {

namespace {

[[maybe_unused]] std::string_view part(std::size_t from, std::size_t length) {
    return {dealtafel_page_bytes + from, length};
}

}  // namespace

std::span<const PageFile> page_files() {
    static const std::vector<PageFile> files{
${rows.join("\n")}
    };
    return files;
}

}  // namespace dealtafel::net
`,
);
