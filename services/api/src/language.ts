import type { Language } from "@guildhall/contract";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { accepts } from "hono/accepts";

/** A query that says which language an answer should be in. */
export const LanguageQuery = z.object({
  language: z.string().max(35).optional().openapi({
    description:
      "`en` or `cy`; it stands before `Accept-Language`. English where neither names a language that there is.",
    example: "cy",
  }),
});

/** What the document says of the headers that go with a language. */
export const languageHeaders = {
  "Content-Language": {
    description: "The languages that the answer is in",
    schema: { type: "string" },
  },
  Vary: { description: "`Accept-Language`", schema: { type: "string" } },
} as const;

/** Tell which language an answer should be in: as the address says, else as the reader prefers. */
export function languageOf(c: Context, asked: string | undefined): Language {
  return (
    known(asked) ??
    known(
      accepts(c, {
        header: "Accept-Language",
        supports: ["en", "cy"],
        default: "en",
        match: (preferred, { default: english }) =>
          preferred
            .toSorted((a, b) => b.q - a.q)
            .flatMap(({ type, q }) => (q > 0 ? (known(type) ?? []) : []))[0] ?? english,
      }),
    ) ??
    "en"
  );
}

/** Say which languages an answer is in, and that another reader may get another. */
export function sayLanguage(c: Context, languages: readonly Language[]): void {
  c.header("Content-Language", [...new Set(languages)].join(", ") || "en");
  c.header("Vary", "Accept-Language", { append: true });
}

/** A tag may name a region as well: `cy-GB`. */
function known(tag: string | undefined): Language | undefined {
  const [language] = (tag ?? "").toLowerCase().split("-");
  return language === "en" || language === "cy" ? language : undefined;
}
