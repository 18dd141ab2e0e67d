import fc from "fast-check";
import { createMask } from "./mask.ts";
import { maskedDocument } from "./masked-document.ts";

const given = [
  {
    fullName: "Ada O’Byrón",
    email: "ada@example.com",
    phone: "01632 960001",
    born: "1980-05-21",
    address: { line1: "12 Mill Lane", town: "Soham", postcode: "CB7 5AA", uprn: "100091234567" },
    story: "The dog of Mrs Featherstonehaugh barks until two",
  },
];
const mask = createMask({ given, kept: ["EXM-2V4K-7XQP"] });
const show = (text: string) => maskedDocument(text, mask);

describe("what is shown of a document", () => {
  it("is its form, with our own reference, and not what the citizen gave", () => {
    const document = {
      title: "A home",
      reference: "EXM-2V4K-7XQP",
      who: "ADA OBYRON",
      born: "21 May 1980",
      contact: { email: "ada@example.com", phone: "+441632960001" },
      uprn: 100091234567,
    };
    expect(JSON.parse(show(JSON.stringify(document)))).toEqual({
      title: "A home",
      reference: "EXM-2V4K-7XQP",
      who: "••• •••",
      born: "••• ••• •••",
      contact: { email: "•••", phone: "•••" },
      uprn: "•••",
    });
  });

  it("hides what stands in elements and attributes, and leaves their names", () => {
    expect(show('<case town="SOHAM"><Town>Soham &amp; Ely</Town><Type>Noise</Type></case>')).toBe(
      '<case town="•••"><Town>••• & Ely</Town><Type>Noise</Type></case>',
    );
  });

  it("hides what a back office says in words of its own", () => {
    expect(show("Value 'Featherst' for Mrs. Featherstonehaugh is not valid")).toBe(
      "Value '•••' for •••. ••• is not valid",
    );
    expect(show('{"message":"No property at 12 Mill La')).not.toMatch(/Mill|12/);
  });

  it.each([
    ["an e-mail address", "grace.hopper@council.example"],
    ["a phone number", "07700 900 123"],
    ["a postcode", "PE29 3TN"],
    ["a credential", "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl"],
    ["a place", "52.333812"],
    ["a file", "JVBERi0xLjcKJ".repeat(9)],
  ])("hides %s, whoever it is of", (_, secret) => {
    expect(show(`Refused: ${secret}.`)).toBe("Refused: •••.");
  });

  it.each([
    ["in JSON that was cut", '{"name":"Ob\\u0079r\\u00f3n"'],
    ["in XML", "<n>O&#98;yron</n>".replace("O", "")],
    ["in an address", "name=%42yr%C3%B3n"],
  ])("finds a word behind escapes %s", (_, text) => {
    expect(show(text)).not.toMatch(/yr/);
  });

  it("never shows a canary from the answers, however it is written", () => {
    const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzáéíóúñç");
    const canary = fc.string({ unit: letters, minLength: 6, maxLength: 14 });
    const digits = fc.string({
      unit: fc.constantFrom(..."0123456789"),
      minLength: 6,
      maxLength: 11,
    });
    const around = fc.string({ maxLength: 20 });
    const inAnswers = (secret: string, before: string, after: string) => ({
      free: `${before} ${secret} ${after}`,
      group: [{ name: secret }],
    });
    fc.assert(
      fc.property(
        fc.oneof(canary, digits),
        around,
        around,
        writing,
        (secret, before, after, write) => {
          const hide = createMask({ given: [inAnswers(secret, before, after)] });
          const shown = plainly(maskedDocument(write(secret, before), hide));
          expect(shown).not.toContain(plainly(secret));
        },
      ),
      { seed: 20_261_122, numRuns: 400 },
    );
  });
});

/** The ways in which a secret reaches a document or an answer. */
const writing = fc.constantFrom<(secret: string, other: string) => string>(
  (secret) => JSON.stringify({ a: [{ b: secret.toUpperCase() }] }),
  (secret, other) => JSON.stringify({ a: `${other} ${secret}` }),
  (secret) => JSON.stringify({ a: `x${secret}y` }).slice(0, -1),
  (secret) => `<a b="${secret}">${secret.normalize("NFD")}</a>`,
  (secret) => `Field Name: ${secret} is not valid`,
  (secret) => `<html><body>${[...secret].map((one) => `&#${one.codePointAt(0)};`).join("")}`,
  (secret) => `{"a":"${[...secret].map(escapedCharacter).join("")}"`,
  (secret) => `q=${encodeURIComponent(secret)}&r=1`,
);

function escapedCharacter(one: string): string {
  return `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

function plainly(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
