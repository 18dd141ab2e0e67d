import type { Edit } from "@guildhall/contract";
import { edited, noise } from "../testing/noise.ts";
import { differences } from "./differences.ts";

const source = "/form/pages/source/questions/source";
const dates = "/form/pages/dates/questions/dates";
const rows = "/mappings/case/rows";
const set = (at: string, to: unknown): Edit => ({ act: "set", at, to });
const clear = (at: string): Edit => ({ act: "clear", at });

const told: readonly [Edit, ...string[]][] = [
  [
    set(`${source}/label`, "Where does it come from?"),
    "The label of the question “Where is the noise from?” is now “Where does it come from?”.",
  ],
  [clear(`${source}/hint`), "The hint of the question “Where is the noise from?” was removed."],
  [
    set("/form/pages/source/questions/kind/hint", "Say which."),
    "The hint of the question “Kind of home” was added: “Say which.”.",
  ],
  [
    set(`${source}/errors/required`, "Say it"),
    "The error text for no answer of the question “Where is the noise from?” is now “Say it”.",
  ],
  [
    set("/form/pages/source/questions/kind/required", false),
    "The question “Kind of home” may now be left out.",
  ],
  [
    set("/form/pages/source/questions/kind/type", "long-text"),
    "The question “Kind of home” now asks for a long text instead of a short text.",
  ],
  [
    set("/form/pages/source/when", "went-on"),
    "The page “The source” is now shown only if: “It went on”.",
  ],
  [clear("/form/pages/dates/when"), "The page “When it happened” is now always shown."],
  [
    set("/form/conditions/is-home/when", { "==": [{ var: "source" }, "pub"] }),
    "The condition “It comes from a home” now holds when “Where is the noise from?” is “A pub”.",
  ],
  [{ act: "move", at: "/form/pages/you", after: null }, "The page “About you” now comes first."],
  [
    { act: "move", at: "/form/pages/source/questions/kind", to: "/form/pages/you/questions" },
    "The question “Kind of home” moved from the page “The source” to the page “About you”.",
  ],
  [
    { act: "move", at: `${source}/options/home` },
    "The option “A home” now comes after the option “Something else”.",
  ],
  [
    { act: "remove", at: `${source}/options/home` },
    "The option “A home” was removed from the question “Where is the noise from?”.",
  ],
  [
    { act: "add", to: `${source}/options`, item: { value: "car", label: "A car" } },
    "The option “A car” was added to the question “Where is the noise from?”.",
  ],
  [{ act: "remove", at: "/form/pages/source" }, "The page “The source” was removed."],
  [
    { act: "copy", at: source },
    "The question “Where is the noise from?” was added to the page “The source”.",
  ],
  [
    { act: "rename", at: source, name: "where" },
    "The question “Where is the noise from?” has the short name “where” instead of “source”.",
  ],
  [
    { act: "rename", at: `${source}/options/home`, name: "house" },
    "The option “A home” of the question “Where is the noise from?” has the short name “house” instead of “home”.",
  ],
  [
    { act: "rename", at: "/form/conditions/is-home", name: "house" },
    "The condition “It comes from a home” has the short name “house” instead of “is-home”.",
  ],
  [
    set(`${dates}/questions/date/label`, "Day"),
    "The label of the question “Date” of the question “Dates of the noise” is now “Day”.",
  ],
  [set("/retention/days", 1), "Answers are now kept for 1 day instead of 90."],
  [set("/retention/lawfulBasis", "Legal duty."), "The lawful basis is now “Legal duty.”."],
  [
    set("/target/firstResponseWorkingDays", 10),
    "A first answer is now promised within 10 working days instead of 5.",
  ],
  [
    set("/messages/started/subject", "Thanks"),
    "The subject of the message for a form that came in is now “Thanks”.",
  ],
  [
    set("/messages/paid", { subject: "Paid", text: "Thank you." }),
    "The message for a payment that was made was added.",
  ],
  [
    set(`${rows}/source/from`, { answer: "kind" }),
    "The source of the row “source” of the mapping “case” is now the answer to “Kind of home”.",
  ],
  [
    set(`${rows}/source/change`, ["upper"]),
    "The conversion of the row “source” of the mapping “case” was changed.",
  ],
  [
    set(`${rows}/source/required`, true),
    "The row “source” of the mapping “case” must now have a value.",
  ],
  [
    set(`${rows}/source/when`, "is-home"),
    "The row “source” of the mapping “case” is now written only if: “It comes from a home”.",
  ],
  [
    { act: "add", to: rows, item: { target: "new", from: { fact: "reference" } } },
    "The row “new” was added to the mapping “case”.",
  ],
  [
    set("/contact/phone", "kind"),
    "The question for the person’s phone number was added: “Kind of home”.",
  ],
  [set("/location", "kind"), "The question for where the trouble is is now “Kind of home”."],
  [set("/statuses/#0/stage", "received"), "The stage of the status “OPEN” is now “Received”."],
  [
    { act: "add", to: "/statuses", item: { external: "DONE" }, after: null },
    "The status “DONE” was added.",
  ],
  [{ act: "move", at: "/steps/ring", after: null }, "The step “Ring the person” now comes first."],
  [set("/steps/pay/amount/pence/home", 300), "The amount of the step “Fee” was changed."],
  [
    set("/scenarios/loud/expects/ends", "held"),
    "The expected outcome of the scenario “A loud home” was changed.",
  ],
  [
    set("/welsh/form.questions.source.label", { of: "Where is the noise from?", text: "Ble?" }),
    "The Welsh of the label of the question “Where is the noise from?” is now “Ble?”.",
  ],
  [clear("/welsh/title"), "The Welsh of the title of the service was removed."],
  [
    set("/whatHappensNext", "We look into it. ".repeat(9)),
    "The words for what happens next were reworded.",
  ],
  [
    set("/form/pages/you/section", "noise"),
    "The section of the page “About you” is now “The noise”.",
  ],
];

describe("differences", () => {
  it.each(told)("says what %j made otherwise", (edit, ...sentences) => {
    const made = differences(noise, edited(noise, edit));
    expect(made.map(({ sentence }) => sentence)).toEqual(sentences);
  });

  it("follows the order of the service", () => {
    const made = edited(
      noise,
      set("/retention/days", 30),
      set("/form/pages/you/title", "You"),
      set("/form/pages/source/title", "Source"),
      set("/title", "Noise"),
    );
    expect(differences(noise, made).map(({ at }) => at)).toEqual([
      "/title",
      "/form/pages/source/title",
      "/form/pages/you/title",
      "/retention/days",
    ]);
  });

  it("tells what moved once, beside what is otherwise in it", () => {
    const to = "/form/pages/you/questions";
    const made = edited(noise, set("/form/pages/source/questions/kind/label", "What kind?"), {
      act: "move",
      at: "/form/pages/source/questions/kind",
      to,
    });
    expect(differences(noise, made).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      `moved ${to}/kind`,
      `changed ${to}/kind/label`,
    ]);
  });

  it("tells of questions that went to a new page as moved", () => {
    const made = edited(
      noise,
      { act: "add", to: "/form/pages", item: { id: "new", title: "New" } },
      { act: "move", at: source, to: "/form/pages/new/questions" },
    );
    expect(differences(noise, made).map(({ sentence }) => sentence)).toEqual([
      "The page “New” was added.",
      "The question “Where is the noise from?” moved from the page “The source” to the page “New”.",
    ]);
  });

  it("knows a page and a question in it that both have other names", () => {
    const made = edited(
      noise,
      { act: "rename", at: source, name: "where" },
      { act: "rename", at: "/form/pages/source", name: "start" },
    );
    expect(differences(noise, made).map(({ at }) => at)).toEqual([
      "/form/pages/start/id",
      "/form/pages/start/questions/where/id",
    ]);
  });

  it("gives what was and what is", () => {
    expect(differences(noise, edited(noise, set("/retention/days", 30)))).toEqual([
      {
        at: "/retention/days",
        kind: "changed",
        sentence: "Answers are now kept for 30 days instead of 90.",
        before: 90,
        after: 30,
      },
    ]);
  });
});
