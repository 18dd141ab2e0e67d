import type { Bytes } from "../bytes.ts";
import { boxesIn, cleanBoxes } from "./boxes.ts";

/** Where phones write place, time and camera. */
const telling: ReadonlySet<string> = new Set(["udta", "meta", "uuid"]);
const holders: ReadonlySet<string> = new Set(["trak", "mdia"]);

/** Put noughts in place of what a film or a recording tells of where it was made. */
export function cleanMovie(source: Bytes): AsyncGenerator<Uint8Array> {
  return cleanBoxes(source, {
    table: "moov",
    spare: ["udta", "meta", "uuid", "free", "skip", "wide"],
    clean: (contents) => {
      blank(contents, 0, contents.length);
      return [];
    },
  });
}

function blank(contents: Buffer, from: number, to: number): void {
  for (const box of boxesIn(contents, from, to)) {
    if (holders.has(box.type)) blank(contents, box.body, box.to);
    if (!telling.has(box.type)) continue;
    contents.write("free", box.from + 4, "latin1");
    contents.fill(0, box.body, box.to);
  }
}
