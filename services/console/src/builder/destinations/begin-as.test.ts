import type { Row } from "@guildhall/contract";
import { rowsOfAnyService } from "./begin-as.ts";

const reference: Row = { target: "Reference", from: { fact: "reference" }, required: true };
const how: Row = { target: "How", from: { value: "WEB" } };

describe("rowsOfAnyService", () => {
  it("keeps what is always the same and what is known of every case, in its order", () => {
    const words: Row = {
      target: "Words",
      from: { join: [{ fact: "summary" }, { fact: "documentLinks" }], with: " " },
    };
    const team: Row = {
      target: "Team",
      from: { dataset: "teams", row: { fact: "councilName" }, column: "team" },
    };
    const rows: Row[] = [{ target: "Case", required: true, rows: [reference, how, words] }, team];
    expect(rowsOfAnyService(rows)).toEqual(rows);
  });

  it.each<[string, Row]>([
    ["an answer", { target: "Kind", from: { answer: "kind" } }],
    [
      "an answer among others",
      { target: "Owner", from: { join: [{ fact: "reference" }, { answer: "owner" }], with: " " } },
    ],
    [
      "a look-up by an answer",
      { target: "Ward", from: { dataset: "wards", row: { answer: "ward" }, column: "name" } },
    ],
    ["a payment", { target: "Paid", from: { fact: "payment.amount" } }],
    ["a condition", { ...how, when: "is-pub" }],
    ["a group", { target: "Night", each: "nights", rows: [reference] }],
  ])("leaves out what is made of %s, and what says nothing without it", (_, own) => {
    const rows: Row[] = [
      { target: "Case", rows: [own] },
      { target: "Named", rows: [how, own] },
      { target: "More", rows: [how, own, reference] },
    ];
    expect(rowsOfAnyService(rows)).toEqual([{ target: "More", rows: [how, reference] }]);
  });
});
