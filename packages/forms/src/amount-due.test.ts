import { Form } from "@guildhall/contract";
import { amountDue, pounds } from "./amount-due.ts";
import { compileForm } from "./compile.ts";

const form = compileForm(
  Form.parse({
    conditions: [{ id: "pays", name: "No benefit", when: { "==": [{ var: "benefit" }, "no"] } }],
    pages: [
      {
        id: "pest",
        title: "The pest",
        questions: [
          {
            id: "pest",
            type: "radios",
            label: "Which pest?",
            options: [
              { value: "wasps", label: "Wasps" },
              { value: "rats", label: "Rats" },
            ],
          },
          { id: "benefit", type: "yes-no", label: "Do you get a benefit?" },
        ],
      },
    ],
  }),
);
const byPest = { answer: "pest", pence: { wasps: 6500, rats: 0 } };

describe("amountDue", () => {
  it.each([
    ["the same for all", { amount: 4000 }, {}, 4000],
    ["by option", { amount: byPest }, { pest: "wasps" }, 6500],
    ["nothing for an option that is free", { amount: byPest }, { pest: "rats" }, 0],
    ["nothing for an option without a price", { amount: byPest }, { pest: "toString" }, 0],
    ["nothing before there is an answer", { amount: byPest }, {}, 0],
    [
      "where the condition holds",
      { amount: 4000, when: "pays" },
      { pest: "rats", benefit: "no" },
      4000,
    ],
    [
      "nothing where it does not",
      { amount: 4000, when: "pays" },
      { pest: "rats", benefit: "yes" },
      0,
    ],
  ])("%s", (_, charge, answers, pence) => {
    expect(amountDue(form, answers, charge)).toBe(pence);
  });
});

it.each([
  [6500, "£65.00"],
  [1, "£0.01"],
  [10_000_000, "£100,000.00"],
])("writes %i pence as %s", (pence, text) => {
  expect(pounds(pence)).toBe(text);
});
