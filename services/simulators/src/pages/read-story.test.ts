import { readEntries, readStory } from "./read-story.ts";

describe("readStory", () => {
  it("finds each question with its answer", () => {
    expect(readStory("Where is it?\nA home\n\nDescribe the noise\nLoud\nand long")).toEqual([
      { question: "Where is it?", answer: "A home" },
      { question: "Describe the noise", answer: "Loud\nand long" },
    ]);
  });

  it("keeps the empty lines of an answer in it", () => {
    expect(readStory("Describe the noise\nLoud.\n\nWorst at night.\nI cannot sleep.")).toEqual([
      { question: "Describe the noise", answer: "Loud.\n\nWorst at night.\nI cannot sleep." },
    ]);
  });

  it("keeps words that come without a question", () => {
    expect(readStory("A caller rang.")).toEqual([{ answer: "A caller rang." }]);
    expect(readStory("")).toEqual([]);
  });

  it("leaves out the bare addresses of documents", () => {
    const links = "https://x.test/t/a/v1/documents/frm_1\n\nhttps://x.test/t/a/v1/documents/doc_2";
    expect(readStory(`What is wrong?\nDamp\n\n${links}`)).toEqual([
      { question: "What is wrong?", answer: "Damp" },
    ]);
  });
});

describe("readEntries", () => {
  it("finds the numbered entries of a list", () => {
    expect(readEntries("Room 1\nWhich room is it? Kitchen\nRoom 2\nSince when? May")).toEqual([
      { name: "Room 1", lines: ["Which room is it? Kitchen"] },
      { name: "Room 2", lines: ["Since when? May"] },
    ]);
  });

  it.each(["A home", "", "Room 2\nKitchen"])("finds none in %j", (answer) => {
    expect(readEntries(answer)).toEqual([]);
  });

  it("takes only the next number for another entry", () => {
    expect(readEntries("Room 1\nRoom 7")).toEqual([{ name: "Room 1", lines: ["Room 7"] }]);
  });
});
