import { parse } from "node:querystring";
import { Hono } from "hono";
import { listed, mostRows } from "./csv.ts";
import type { ApiEnv } from "./environment.ts";

interface Row {
  readonly id: string;
  readonly text: string;
}

/** A list of so many rows, a hundred at most at a time, that keeps what it was asked. */
function listOf(length: number, text = "a") {
  const asked: { limit: number; cursor?: string | undefined }[] = [];
  const app = new Hono<ApiEnv>();
  app.get("/", (c) => {
    const { cursor } = parse(new URL(c.req.url).search.slice(1)) as { cursor?: string };
    const columns = { id: ({ id }: Row) => id, "the text": (row: Row) => row.text };
    return listed(c, { name: "rows", columns }, { limit: 20, cursor }, async (query) => {
      asked.push(query);
      const from = Number(query.cursor ?? 0);
      const to = Math.min(length, from + query.limit);
      const data = Array.from({ length: to - from }, (_, at) => ({ id: `${from + at + 1}`, text }));
      return to < length ? { data, nextCursor: String(to) } : { data };
    });
  });
  const get = (accept: string, path = "/") => app.request(path, { headers: { Accept: accept } });
  return { asked, get };
}

describe("a list", () => {
  it.each(["application/json", "*/*", "application/json, text/csv;q=0.5", "text/html"])(
    "is JSON for whoever accepts %s",
    async (accept) => {
      const response = await listOf(2).get(accept);
      expect(await response.json()).toMatchObject({ data: [{ id: "1" }, { id: "2" }] });
    },
  );

  it("is a spreadsheet for whoever asks for one, with all its parts", async () => {
    const { get, asked } = listOf(250);
    const response = await get("text/csv");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="rows.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from("\ufeff"));
    const lines = bytes.subarray(3).toString("utf8").split("\r\n");
    expect(lines[0]).toBe("id,the text");
    expect(lines.slice(1, -1).map((line) => line.split(",")[0])).toEqual(
      Array.from({ length: 250 }, (_, at) => `${at + 1}`),
    );
    expect(asked.map(({ limit }) => limit)).toEqual([100, 100, 100]);
  });

  it("is no longer than may be, and goes on after the last row that was had", async () => {
    const { get } = listOf(mostRows + 150);
    const first = (await (await get("text/csv")).text()).trimEnd().split("\r\n");
    expect(first).toHaveLength(mostRows + 1);
    const last = first.at(-1)?.split(",")[0];
    const rest = (await (await get("text/csv", `/?cursor=${last}`)).text()).trimEnd().split("\r\n");
    expect(rest).toHaveLength(151);
  });

  it("is read no further than it is taken", async () => {
    const { get, asked } = listOf(mostRows);
    const reader = (await get("text/csv")).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(asked.length).toBeLessThan(4);
  });

  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+44 20 7946 0000", "'+44 20 7946 0000"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tcmd", "'\tcmd"],
    ['a "word", said', '"a ""word"", said"'],
    ["two\r\nlines", '"two\r\nlines"'],
  ])("has the cell %j as %j, which no program runs", async (text, cell) => {
    const body = await (await listOf(1, text).get("text/csv")).text();
    expect(body).toBe(`id,the text\r\n1,${cell}\r\n`);
  });
});
