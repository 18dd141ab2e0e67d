import { readability } from "./reading-age.ts";

describe("readability", () => {
  it("finds plain words young, and an official's old", () => {
    const plain = readability(["We read your report. Then we ring you."]);
    const official = readability([
      "Notification of determination is communicated subsequent to consideration of documentary particulars by authorised personnel.",
    ]);
    expect(plain.age).toBeLessThan(9);
    expect(official.age).toBeGreaterThan(18);
  });

  it("gives the longest sentence, whatever ends it", () => {
    const { longestSentence } = readability([
      "Short one. This one has six words altogether!\nAnd a line",
    ]);
    expect(longestSentence).toEqual({ words: 6, text: "This one has six words altogether!" });
  });

  it("reads a link's words and not its address, and a place to fill in as one word", () => {
    const { longestSentence } = readability([
      "Ask [the water company](https://water.example/a-long/address) about ((reference)).",
    ]);
    expect(longestSentence.words).toBe(6);
  });

  it("counts a short word as one syllable, and nothing as nothing", () => {
    expect(readability(["Mm."]).age).toBeGreaterThan(0);
    expect(readability([]).longestSentence).toEqual({ words: 0, text: "" });
  });
});
