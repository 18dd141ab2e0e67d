import { seeEveryPage } from "./testing/gallery/gallery.ts";
import { invalidIn } from "./testing/look.ts";
import { sentencesOf } from "./testing/sentences-of.ts";
import { welsh } from "./words/cy/welsh.ts";
import { english } from "./words/en/english.ts";

/** Names, examples and marks that are not of a language. */
const gap = /‹[12]›|\{\w+\}|%\{\w+\}/;

/** What only an English page says, cut where values and links stand in it. */
const ofEnglish = (() => {
  const ours = new Set([...sentencesOf(welsh).values()].flatMap(piecesOf));
  return [...new Set([...sentencesOf(english).values()].flatMap(piecesOf))].filter(
    (piece) => !ours.has(piece) && /\p{L}{2}/u.test(piece),
  );
})();
const inFull = new Set(ofEnglish);
const sentences = ofEnglish.filter((piece) => piece.split(" ").length > 3);

function piecesOf(text: string): string[] {
  return text
    .split(new RegExp(`${gap.source}|[[\\]]|\\(\\w+\\)`))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/** Our words on a page as they are read and heard: its texts, and the attributes that say something. */
function readIn(html: string): string[] {
  const ours = html.replaceAll(/‹[^›]*›/g, "");
  const body = ours.replaceAll(/<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, "");
  const texts = [...body.matchAll(/>([^<]+)</g)].map(([, text = ""]) => text);
  const attributes = [...body.matchAll(/ (?:aria-label|data-words|data-type-ahead)="([^"]*)"/g)];
  return [...texts, ...attributes.map(([, text = ""]) => text)].map((text) =>
    text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim(),
  );
}

/** Pages of no council, and those for people who build on its services, are in English alone. */
const pages = (await seeEveryPage("cy")).filter(
  ({ url }) => /\/c\/[\w-]+\//.test(url) && !url.includes("/developers"),
);

describe.each(pages.map(({ name, html }) => [name, html] as const))("in Welsh, %s", (_, html) => {
  it("says nothing of ours in English", () => {
    const read = readIn(html);
    expect(read.filter((text) => inFull.has(text))).toEqual([]);
    expect(sentences.filter((piece) => read.some((text) => text.includes(piece)))).toEqual([]);
  });

  it("says that it is in Welsh, and is valid HTML", async () => {
    expect(html).toContain('<html lang="cy"');
    expect(await invalidIn(html)).toEqual([]);
  });
});
