import fc from "fast-check";
import { contentDisposition, displayName, extensionOf, isDisguised } from "./file-name.ts";

fc.configureGlobal({ seed: 20_261_122 });

const anyName = fc.string({ unit: "binary", maxLength: 300 });

describe("displayName", () => {
  it.each([
    ["photo.jpg", "photo.jpg"],
    ["Lärm – Übersicht.PDF", "Lärm – Übersicht.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\jo\\noise.mp3", "noise.mp3"],
    ["CON.txt", "_CON.txt"],
    ["lpt1.csv", "_lpt1.csv"],
    ["aux .pdf", "_aux.pdf"],
    ["console.txt", "console.txt"],
    ["photo\u202egpj.exe.jpg", "photogpj.exe.jpg"],
    ["a\u0000b\r\n.txt", "ab.txt"],
    ['a<b>:"c"|?*.txt', "abc.txt"],
    ["  .. .txt", "file.txt"],
    [".txt", "file.txt"],
    ["", "file"],
    ["cafe\u0301.pdf", "café.pdf"],
    ["\ud800.pdf", "\ufffd.pdf"],
  ])("makes %j into %j", (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it("cuts a long name and keeps its extension", () => {
    const shown = displayName(`${"x".repeat(300)}.docx`);
    expect(shown).toMatch(/^x+\.docx$/);
    expect(shown.length).toBeLessThanOrEqual(100);
  });

  it("is safe whatever it is given, and the same when given again", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const shown = displayName(name);
        expect([...shown].length).toBeLessThanOrEqual(100);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}<>:"|?*/\\]|^[.\s]|^$/u);
        expect(displayName(shown)).toBe(shown);
      }),
    );
  });
});

describe("isDisguised", () => {
  it.each([
    "invoice.exe.pdf",
    "page.html.txt",
    "a.svg.png",
    "x.JS.csv",
    "run.p\u200bs1.txt",
    "m.docm.docx",
  ])("sees through %j", (name) => expect(isDisguised(name)).toBe(true));

  it.each(["photo.2026.01.jpg", "htmlnotes.txt", "mr.smith.docx", "exe.pdf"])(
    "leaves %j alone",
    (name) => expect(isDisguised(name)).toBe(false),
  );
});

describe("extensionOf", () => {
  it.each([
    ["a.PDF", "pdf"],
    ["a", undefined],
    ["a.p.d/f", undefined],
    ["photo\u202egpj.exe", "exe"],
    ["a.txt\u0000", "txt"],
  ])("of %j is %j", (name, extension) => expect(extensionOf(name)).toBe(extension));
});

describe("contentDisposition", () => {
  it("gives the name plainly and in full", () => {
    expect(contentDisposition("Lärm – (Übersicht)'1.pdf")).toBe(
      `attachment; filename="Larm _ (Ubersicht)_1.pdf"; filename*=UTF-8''L%C3%A4rm%20%E2%80%93%20%28%C3%9Cbersicht%29%271.pdf`,
    );
  });

  it("has a plain name too where the name is marks alone", () => {
    expect(contentDisposition("\u0591")).toBe(
      "attachment; filename=\"file\"; filename*=UTF-8''%D6%91",
    );
  });

  it("is one header of visible ASCII, whatever the name", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/,
        );
      }),
    );
  });
});
