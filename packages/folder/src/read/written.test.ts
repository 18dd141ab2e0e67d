import { z } from "zod";
import { type Fields, isFields } from "./overlay.ts";
import { readSource } from "./source.ts";
import { faultAt, parse, type Written, write } from "./written.ts";

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

function writtenFrom(text: string): Written {
  const read = readSource("x.yaml", text);
  if (!("source" in read)) throw new Error(read.faults[0]?.sentence);
  return write([[{ source: read.source, at: [], value: read.source.value }]]);
}

describe("what is written", () => {
  it("that is wrong all over says as much in its first hundred faults", () => {
    const Shape = z.strictObject({ pages: z.array(z.strictObject({ id: z.string() })) });
    const unknown = writtenFrom(lines(300, (at) => `b${at}: 1\n`));
    const wrong = writtenFrom(`pages:\n${lines(300, (at) => `  - id: ${at}\n`)}`);
    for (const written of [unknown, wrong]) {
      const result = parse(Shape, written);
      expect("faults" in result && result.faults.length).toBe(100);
    }
  });

  it("is looked through once for the names of a list, however many faults are in it", () => {
    const written = writtenFrom(`pages:\n${lines(200, (at) => `  - { id: a${at % 100} }\n`)}`);
    let looks = 0;
    const pages = (written.value.pages as Fields[]).map(({ id }) => ({
      get id() {
        looks += 1;
        return id ?? null;
      },
    }));
    const counted = { ...written, value: { pages } };
    expect(pages.every(isFields)).toBe(true);
    looks = 0;
    const faults = pages.map((_, at) => faultAt(counted, ["pages", at], "Wrong."));
    expect(faults.map(({ line }) => line)).toEqual(pages.map((_, at) => at + 2));
    expect(looks).toBeLessThan(1000);
  });
});
