import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { openShelf } from "./shelf.ts";

describe("openShelf", () => {
  let folder: string;
  const open = () => openShelf(join(folder, "a", "things.jsonl"), z.object({ n: z.number() }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "shelf-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("still holds what was put when nothing was closed", () => {
    const first = open();
    first.put("one", { n: 1 });
    first.put("two", { n: 2 });
    first.put("one", { n: 3 });
    first.delete("two");

    expect(open().values()).toEqual([{ n: 3 }]);
  });

  it("drops a last line that was cut off", () => {
    open().put("one", { n: 1 });
    appendFileSync(join(folder, "a", "things.jsonl"), '{"id":"two","val');

    const again = open();
    expect(again.values()).toEqual([{ n: 1 }]);
    again.put("three", { n: 3 });
    expect(open().get("three")).toEqual({ n: 3 });
  });

  it("names the file and line of any other damage", () => {
    open();
    appendFileSync(join(folder, "a", "things.jsonl"), '{"id":"one","value":{"n":"x"}}\n');

    expect(open).toThrow(/things\.jsonl:1 cannot be read/);
  });

  it("forgets the past of its file when it is opened", () => {
    const first = open();
    for (let n = 0; n < 10; n += 1) first.put("one", { n });
    open();

    expect(readFileSync(join(folder, "a", "things.jsonl"), "utf8")).toBe(
      '{"id":"one","value":{"n":9}}\n',
    );
  });
});
