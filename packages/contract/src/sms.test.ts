import { smsLength } from "./sms.ts";

describe("smsLength", () => {
  it.each([
    ["nothing", "", { characters: 0, parts: 0, isUnicode: false }],
    ["what fits one part", "a".repeat(160), { characters: 160, parts: 1, isUnicode: false }],
    ["what does not", "a".repeat(161), { characters: 161, parts: 2, isUnicode: false }],
    ["four parts", "a".repeat(612), { characters: 612, parts: 4, isUnicode: false }],
    ["five parts", "a".repeat(613), { characters: 613, parts: 5, isUnicode: false }],
    ["what counts for two", "€[a]", { characters: 7, parts: 1, isUnicode: false }],
    ["pounds and accents", "£5, à là", { characters: 8, parts: 1, isUnicode: false }],
    ["Welsh that is in no phone's alphabet", "Dŵr", { characters: 3, parts: 1, isUnicode: true }],
    ["the most of one part then", "ŵ".repeat(70), { characters: 70, parts: 1, isUnicode: true }],
    ["more than that", "ŵ".repeat(71), { characters: 71, parts: 2, isUnicode: true }],
    ["what is two units", "💧", { characters: 2, parts: 1, isUnicode: true }],
  ])("counts %s", (_, text, length) => {
    expect(smsLength(text)).toEqual(length);
  });
});
