import { refuseFile } from "../refuse-file.ts";
import type { Ends } from "./ends.ts";

/** A side whose bytes are letters is longer: that is how a script poses as a GIF. */
const longestSide = 0x1fff;
const trailer = 0x3b;

/** Refuse a GIF that is broken off, or whose size is really text. */
export function checkGif({ head, tail }: Ends): void {
  if (head.length < 13 || tail.at(-1) !== trailer) throw refuseFile("file-damaged");
  if (Math.max(head.readUInt16LE(6), head.readUInt16LE(8)) > longestSide) {
    throw refuseFile("file-unsafe");
  }
}
