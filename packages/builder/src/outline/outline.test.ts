import { DraftDefinition, NewOutlineReading } from "@guildhall/contract";
import { checkForm } from "@guildhall/forms";
import fc from "fast-check";
import { applyEdits } from "../edits/apply.ts";
import { kindOf } from "./kind-of.ts";
import { readOutline } from "./read-outline.ts";

const empty = DraftDefinition.parse({ id: "water", title: "Report standing water" });
const read = (text: string, kinds: NewOutlineReading["kinds"] = {}) =>
  readOutline(empty, { text, kinds });
const asked = (text: string, kinds?: NewOutlineReading["kinds"]) =>
  read(text, kinds).pages.flatMap(({ page }) => page.questions);

const paper = `# The water
1. When did you first see it?
2. Where does it stand?
- In a garden or yard
- In a ditch
Hint: Look from the road if you can.
Q3: Does it smell of sewage?

# What it brings
What do you see there? (choose any) (optional)
* Mosquitoes
* Rats
When was it worst? (several)
> Which day?
> What was it like?
  - Bad
  - Very bad
# You
Your full name
Email address *
Photos of it (optional)`;

describe("questions as they are written down", () => {
  it("become pages of questions, each of the kind that its words tell", () => {
    const { pages, remarks, edits } = read(paper);
    expect(remarks).toEqual([]);
    expect(pages.map(({ page, lines }) => [page.title, ...lines])).toEqual([
      ["The water", 2, 3, 7],
      ["What it brings", 10, 13],
      ["You", 19, 20, 21],
    ]);
    const questions = pages.flatMap(({ page }) => page.questions);
    expect(questions.map(({ id, type, required }) => [id, type, required])).toEqual([
      ["whenDidYouFirstSeeIt", "date", true],
      ["whereDoesItStand", "radios", true],
      ["doesItSmellOfSewage", "yes-no", true],
      ["whatDoYouSeeThere", "checkboxes", false],
      ["whenWasItWorst", "group", true],
      ["yourFullName", "name", true],
      ["emailAddress", "email", true],
      ["photosOfIt", "files", false],
    ]);
    expect(questions[1]).toMatchObject({
      hint: "Look from the road if you can.",
      options: [
        { value: "in-a-garden-or-yard", label: "In a garden or yard" },
        { value: "in-a-ditch", label: "In a ditch" },
      ],
    });
    expect(questions[4]).toMatchObject({
      questions: [
        { id: "whichDay", type: "date" },
        { id: "whatWasItLike", type: "radios", options: [{ label: "Bad" }, { label: "Very bad" }] },
      ],
    });
    const made = applyEdits(empty, edits);
    expect("definition" in made && made.definition.form.pages).toEqual(
      pages.map(({ page }) => page),
    );
  });

  it.each([
    ["What is your email?", "email"],
    ["On what date did it begin?", "date"],
    ["How many dogs are there?", "number"],
    ["How much did you pay?", "money"],
    ["At what time does it begin?", "time"],
    ["Have you told them?", "yes-no"],
    ["Where is the bench?", "location"],
    ["What is your address?", "address"],
    ["Describe the smell", "long-text"],
    ["I confirm that this is true", "declaration"],
    ["What is the pub called?", "text"],
  ] as const)("take “%s” for one of kind %s", (label, kind) => {
    expect(kindOf(label)).toBe(kind);
  });

  it("say who it is and where, as far as nothing does yet", () => {
    const text = "Your address\nWhere is it?\nFull name\nEmail\nPhone\nTheir phone";
    const details = read(text).edits.slice(6);
    expect(details.map((edit) => "at" in edit && [edit.at, "to" in edit && edit.to])).toEqual([
      ["/contact/name", "fullName"],
      ["/contact/email", "email"],
      ["/contact/phone", "phone"],
      ["/location", "whereIsIt"],
    ]);
    const made = applyEdits(empty, read(text).edits);
    const before = "definition" in made ? made.definition : empty;
    expect(readOutline(before, { text }).edits).toHaveLength(6);
  });

  it("are asked only if another answer says so, where that is written below them", () => {
    const text = `Where does it stand?
- In a garden
- On a building site
What is the site called?
Only if “Where does it stand?” is “On a building site”
Does it smell?
# Rats
Only if does it smell is not yes
How many? (optional)
Only if Where does it stand is on a building site
What came? (choose any)
- Rats
- Mice
Which way?
Only if what came includes mice`;
    const { pages, remarks, edits } = read(text);
    expect(remarks).toEqual([]);
    const added = edits.flatMap((edit) =>
      edit.act === "add" && edit.to === "/form/conditions" ? [edit.item] : [],
    );
    expect(added).toMatchObject([
      {
        id: "on-a-building-site",
        when: { "==": [{ var: "whereDoesItStand" }, "on-a-building-site"] },
      },
      { id: "yes", when: { "!=": [{ var: "doesItSmell" }, true] } },
      { id: "on-a-building-site-2" },
      { id: "mice", when: { in: ["mice", { var: "whatCame" }] } },
    ]);
    const asked = pages.flatMap(({ page }) => [
      page.when,
      ...page.questions.map(({ when }) => when),
    ]);
    expect(asked.filter((when) => when !== undefined)).toEqual(
      added.map((item) => Object(item).id),
    );
    const made = applyEdits(empty, edits);
    expect("definition" in made && checkForm(made.definition.form)).toEqual([]);
  });

  it.each([
    ["Why?\nOnly if it rains is yes", "begin with the words of a question that is asked before."],
    ["Is it wet?\nWhy?\nOnly if is it wet", "behind the question write “is” and “yes” or “no”."],
    ["Which?\n- A\n- B\nWhy?\nOnly if which is C", "write “is” and one of its options."],
    ["How many?\nWhy?\nOnly if how many is lots", "write “is” and a number."],
    ["When?\nWhy?\nOnly if when is today", "write “is” and an answer that can be compared."],
  ])(
    "are asked of everybody, with a remark, where the condition cannot be read: %s",
    (text, told) => {
      const { pages, remarks } = read(text);
      expect(remarks[0]?.sentence).toContain(told);
      expect(pages.at(-1)?.page.questions[0]).not.toHaveProperty("when");
    },
  );

  it("are of the kind that somebody said, where that differs", () => {
    expect(asked("When?\nWho?", { "1": "time" }).map(({ type }) => type)).toEqual(["time", "text"]);
  });

  it("stand on a page each where no page is written, and never take a name that is there", () => {
    const made = applyEdits(empty, read("What is it?\nWhat is it?").edits);
    const before = "definition" in made ? made.definition : empty;
    const { pages } = readOutline(before, { text: "What is it?" });
    expect(pages[0]?.page).toMatchObject({ id: "what-is-it-3", questions: [{ id: "whatIsIt3" }] });
  });

  it.each([
    ["- A lost option", 1, "There is no question above “A lost option” that it could belong to."],
    ["# An empty page\n# Another\nWhy?", 1, "There is no question below this page."],
    ["Which?\n- Only one", 1, "A choice needs at least two options below it, each after a hyphen."],
    ["Which?\n- One\n- One\n- Two", 1, "Two of its options are the same: one is left out."],
    [
      "Who came? (several)",
      1,
      "“Several” needs the questions that are asked of each below it, each after “>”.",
    ],
    [
      "Who came?\n> Photos of them",
      2,
      "This cannot be asked of each of several: it is read as a short answer.",
    ],
    [`${"long ".repeat(70)}?`, 1, "A question has at most 300 characters: the rest is cut off."],
  ])("say what cannot be taken as it was written: %s", (text, line, sentence) => {
    expect(read(text).remarks).toContainEqual({ line, sentence });
  });

  it.each([
    ["group", "“Several” needs the questions"],
    ["calculated", "How a result is worked out cannot be written here"],
    ["radios", "A choice needs at least two options"],
  ] as const)("are not made a %s that they cannot be", (kind, sentence) => {
    const { pages, remarks } = read("What is it?", { "1": kind });
    expect(pages[0]?.page.questions[0]?.type).toBe("text");
    expect(remarks[0]?.sentence).toContain(sentence);
  });

  it("say so where options stand below what is no choice", () => {
    const { remarks } = read("When?\n- Now\n- Then", { "1": "date" });
    expect(remarks).toEqual([
      { line: 1, sentence: "Its options are left out, as it is no choice." },
    ]);
  });

  it("always become something that can be added, whatever is written", () => {
    const line = fc.tuple(
      fc.constantFrom("", "# ", "- ", "> ", "Hint: ", "Only if ", "3. "),
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("Which day?", "which day is 3", "constructor", "__proto__", "☐"),
      ),
      fc.constantFrom("", " (optional)", " (several)", " (choose any)"),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.map((parts) => parts.join("")).join("\n");
        const asking = NewOutlineReading.safeParse({ text });
        if (!asking.success) return;
        const { edits, pages } = readOutline(empty, asking.data);
        const made = applyEdits(empty, edits);
        expect(made).toMatchObject({
          definition: { form: { pages: pages.map(({ page }) => page) } },
        });
      }),
      { seed: 20_261_122 },
    );
  });
});
