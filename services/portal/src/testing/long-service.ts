import { Service } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";

const text = (id: string, label: string, more: object = {}) => ({
  id,
  type: "text",
  label,
  ...more,
});

/** A long service that is filled in from a list of tasks; its last section waits for an answer of the first. */
export const longService = Service.parse({
  ...noiseService,
  id: "licence",
  title: "Apply for a licence",
  contact: {},
  form: {
    conditions: [{ id: "is-pub", name: "A pub", when: { "==": [{ var: "kind" }, "pub"] } }],
    sections: [
      { id: "you", title: "About you" },
      { id: "place", title: "The place", hint: "Where it is" },
      { id: "drinks", title: "What you sell" },
    ],
    pages: [
      { id: "name", title: "Your name", section: "you", questions: [text("name", "Your name")] },
      {
        id: "kind",
        title: "Kind",
        section: "you",
        questions: [text("kind", "What kind of place is it?")],
      },
      { id: "where", title: "Where", section: "place", questions: [text("where", "Where is it?")] },
      {
        id: "drinks",
        title: "Drinks",
        section: "drinks",
        when: "is-pub",
        questions: [text("drinks", "What do you sell?")],
      },
    ],
  },
});
