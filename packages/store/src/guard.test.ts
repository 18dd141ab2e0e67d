import fc from "fast-check";
import { guardSql, guardValue } from "./guard.ts";

fc.configureGlobal({ seed: 20_261_122 });

describe("guardSql", () => {
  it.each([
    'update "notes" set "visible" = ?',
    'delete from "notes"',
    "  DELETE\nfrom notes",
    'update "notes" set "at" = (select max(at) from notes where at < ?)',
    `update "notes" set "author" = 'he said where'`,
    'update "notes" set "where" = ?',
    "select json_extract(data, '$.a') from events",
    "select data ->> 'a' from events",
    "select * from events, json_each(events.data)",
    "select jsonb (data) from events",
  ])("refuses %s", (sql) => {
    expect(() => guardSql(sql)).toThrow("unguarded-sql");
  });

  it.each([
    'update "notes" set "visible" = ? where "notes"."id" = ?',
    'delete from "notes" where ("notes"."id" = ? and "notes"."at" < ?)',
    'insert into "events" ("data") values (?)',
    'select "json" from "notes"',
  ])("lets pass %s", (sql) => {
    expect(() => guardSql(sql)).not.toThrow();
  });
});

describe("guardValue", () => {
  it.each([
    ["a lone surrogate", "a\ud800b", "ill-formed-text"],
    ["U+0000", "ab\0cd", "ill-formed-text"],
    ["true", true, "unsupported-value"],
    ["nothing", undefined, "unsupported-value"],
    ["NaN", Number.NaN, "unsupported-value"],
    ["infinity", Number.NEGATIVE_INFINITY, "unsupported-value"],
    ["2^53", 2 ** 53, "unsupported-value"],
    ["a bigint", 1n, "unsupported-value"],
    ["a date", new Date(0), "unsupported-value"],
    ["an object", {}, "unsupported-value"],
  ])("refuses %s", (_name, value, code) => {
    expect(() => guardValue(value)).toThrow(code);
  });

  it("lets pass all that comes back as it went in", () => {
    const exact = fc.oneof(
      fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0")),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
      fc.uint8Array(),
      fc.constant(null),
    );
    fc.assert(fc.property(exact, guardValue));
  });
});
