import { Service } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `o${at}`, label: `Choice ${at + 1}` }));
const one = (type: string, more: object = {}) => ({
  id: type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  type,
  label: `Question of the kind ${type}`,
  hint: "What this asks, in a sentence.",
  ...more,
});
const page = (id: string, ...questions: object[]) => ({ id, title: `Page of ${id}`, questions });

/** A form that asks a question of every kind: alone on its page, and among others. */
export const everyQuestion = Service.parse({
  ...noiseService,
  id: "everything",
  title: "Ask for everything that there is",
  contact: {},
  form: {
    pages: [
      page("words", one("text"), one("long-text", { maxLength: 50 }), one("name")),
      page("numbers", one("number", { unit: "miles" }), one("money"), one("time")),
      page("date", one("date", { approximate: true })),
      page("days", one("date-range"), one("vehicle-registration")),
      page("yes", one("yes-no")),
      page("several", one("checkboxes", { options: options(4) })),
      page("some", one("radios", { options: options(3) }), one("select", { options: options(3) })),
      page("many", one("select", { id: "many", options: options(12) })),
      page("reach", one("email"), one("phone")),
      page("address", one("address")),
      page("location", one("location")),
      page("firm", one("organisation")),
      page("bank", one("bank-details")),
      page("agree", one("declaration", { statement: "What I have said is true." })),
      page("things", {
        ...one("group", { itemName: "thing", max: 3 }),
        questions: [
          one("text", { id: "thing" }),
          one("radios", { id: "fate", options: options(2) }),
        ],
      }),
      page(
        "total",
        one("calculated", { value: { "+": [{ var: ["number", 0] }, 1] } }),
        one("text", { id: "more" }),
      ),
      page(
        "plans",
        one("files", { id: "plans", required: false, maxFiles: 2 }),
        one("text", { id: "scale", required: false }),
      ),
      page("proof", one("files", { fileLabel: "What does it show?", maxFiles: 3 })),
    ],
  },
});
