import { Form } from "@guildhall/contract";
import { compileForm } from "./compile.ts";

const singles = [
  { id: "price", label: "Price", type: "money", min: 0, max: 5000 },
  { id: "since", label: "Since when", type: "date", approximate: true, notAfter: "today" },
  { id: "away", label: "Days away", type: "date-range", notBefore: "today" },
  { id: "place", label: "Place", type: "location" },
  { id: "body", label: "Organisation", type: "organisation" },
  { id: "vehicle", label: "Registration number", type: "vehicle-registration" },
  { id: "account", label: "Bank details", type: "bank-details" },
  { id: "truth", label: "Declaration", type: "declaration", statement: "What I say is true." },
];

/** A form in two sections with the kinds of question that the noise form has not, alone and in a group. */
export const everyKindForm = Form.parse({
  conditions: [
    { id: "is-dear", name: "It is dear", when: { ">": [{ var: "total" }, 100] } },
    { id: "is-old", name: "It is old", when: { "<": [{ var: "since" }, "2000"] } },
  ],
  sections: [
    { id: "thing", title: "The thing" },
    { id: "rest", title: "The rest" },
  ],
  pages: [
    {
      id: "thing",
      title: "The thing",
      section: "thing",
      questions: [
        { id: "count", label: "Number of things", type: "number", min: 1, max: 9 },
        ...singles,
        {
          id: "total",
          label: "Total",
          type: "calculated",
          value: { "*": [{ var: "count" }, { var: "price" }, 1.005] },
          decimals: 2,
          unit: "£",
        },
        {
          id: "size",
          label: "Size",
          type: "calculated",
          value: { if: [{ ">": [{ var: "count" }, 3] }, "Several", "Few"] },
        },
      ],
    },
    {
      id: "rest",
      title: "The rest",
      section: "rest",
      questions: [
        {
          id: "why",
          label: "Why it is dear",
          type: "text",
          required: false,
          requiredWhen: "is-dear",
        },
        {
          id: "lent",
          label: "Things lent",
          type: "group",
          itemName: "thing",
          min: 1,
          max: 3,
          questions: [
            ...singles.map((single) => ({ ...single, required: single.id === "price" })),
            { id: "note", label: "Note", type: "text", requiredWhen: "is-old" },
          ],
        },
      ],
    },
  ],
});

export const everyKind = compileForm(everyKindForm);
