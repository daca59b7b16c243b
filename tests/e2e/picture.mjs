// A PNG file as pixels, for pictures as the board writes them: 8 bits, red, green, blue and alpha.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

const BYTES = 4; // of a pixel

function chunks(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    found.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

// The nearest of the three neighbours to left + up - corner: the filter that PNG calls Paeth.
function nearest(left, up, corner) {
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

// Undoes the filter of each row, in place.
function unfilter(raw, width, height) {
  const stride = width * BYTES;
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; ++row) {
    const filter = raw[row * (stride + 1)];
    for (let at = 0; at < stride; ++at) {
      const left = at >= BYTES ? pixels[row * stride + at - BYTES] : 0;
      const up = row > 0 ? pixels[(row - 1) * stride + at] : 0;
      const corner = at >= BYTES && row > 0 ? pixels[(row - 1) * stride + at - BYTES] : 0;
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
      pixels[row * stride + at] = raw[row * (stride + 1) + 1 + at] + guess;
    }
  }
  return pixels;
}

export function readPicture(file) {
  const parts = chunks(readFileSync(file));
  const head = parts.find((part) => part.type === "IHDR").data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  assert.deepEqual([head[8], head[9], head[12]], [8, 6, 0]);
  const data = parts.filter((part) => part.type === "IDAT").map((part) => part.data);
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width, height) };
}

// The part of the pixels, 0 to 1, that differ between two pictures of one size.
export function difference(a, b) {
  assert.deepEqual([a.width, a.height], [b.width, b.height]);
  let differ = 0;
  for (let at = 0; at < a.pixels.length; at += BYTES) {
    if (a.pixels.readUInt32LE(at) !== b.pixels.readUInt32LE(at)) ++differ;
  }
  return differ / (a.width * a.height);
}

// The part of the pixels that are not of the most frequent colour: what is drawn on the ground.
export function drawn(picture) {
  const counts = new Map();
  for (let at = 0; at < picture.pixels.length; at += BYTES) {
    const colour = picture.pixels.readUInt32LE(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return 1 - Math.max(...counts.values()) / (picture.width * picture.height);
}
