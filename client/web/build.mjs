// Builds the page: node build.mjs OUT, the folder that gets index.html and assets/ with names that
// change with their content. Types are checked first, so that a page that does not fit the
// protocol is not built.
import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "../../build/web"));

execFileSync(process.execPath, [path.join(here, "node_modules/typescript/bin/tsc"), "-p", here], {
  stdio: "inherit",
});

await rm(path.join(out, "assets"), { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await esbuild.build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.tsx", style: "src/style/style.css" },
  outdir: path.join(out, "assets"),
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  minify: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".woff2": "file" },
  legalComments: "none",
  metafile: true,
});

function output(entry) {
  const found = Object.entries(metafile.outputs).find(([, made]) => made.entryPoint === entry);
  return `/assets/${path.basename(found[0])}`;
}

// No script or style stands in the page itself, so that a strict content security policy holds.
await writeFile(
  path.join(out, "index.html"),
  `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dealtafel</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${output("src/style/style.css")}">
<script type="module" src="${output("src/main.tsx")}"></script>
</head>
<body><div id="page"></div></body>
</html>
`,
);
