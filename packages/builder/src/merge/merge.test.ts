import type { Edit } from "@guildhall/contract";
import { partAt } from "../locate.ts";
import { edited, noise } from "../testing/noise.ts";
import { merge } from "./merge.ts";

const source = "/form/pages/source/questions/source";
const rows = "/mappings/case/rows";
const set = (at: string, to: unknown): Edit => ({ act: "set", at, to });
const remove = (at: string): Edit => ({ act: "remove", at });
const merged = (ours: Edit[], theirs: Edit[], locked: string[] = []) =>
  merge(noise, edited(noise, ...ours), edited(noise, ...theirs), { locked });
const pages = (made: ReturnType<typeof merge>) =>
  made.definition.form.pages.map(({ id, questions }) => [id, ...questions.map((one) => one.id)]);

describe("merge", () => {
  it("keeps what each changed of one question", () => {
    const made = merged([set(`${source}/label`, "Where?")], [set(`${source}/hint`, "Say where.")]);
    expect(made.conflicts).toEqual([]);
    expect(partAt(made.definition, source)).toMatchObject({ label: "Where?", hint: "Say where." });
    expect(made.taken.map(({ sentence }) => sentence)).toEqual([
      "The hint of the question “Where?” is now “Say where.”.",
    ]);
  });

  it("finds no conflict where both changed a part alike", () => {
    const made = merged(
      [set(`${source}/label`, "Where?"), set("/title", "Noise")],
      [set(`${source}/label`, "Where?")],
    );
    expect(made).toMatchObject({ conflicts: [], taken: [] });
  });

  it("names the smallest part that both changed, and keeps ours", () => {
    const made = merged([set(`${source}/label`, "Where?")], [set(`${source}/label`, "Whence?")]);
    expect(made.conflicts).toEqual([
      {
        at: `${source}/label`,
        title: "The label of the question “Where?”",
        base: "Where is the noise from?",
        ours: "Where?",
        theirs: "Whence?",
      },
    ]);
    expect(partAt(made.definition, `${source}/label`)).toBe("Where?");
  });

  it("lets two people who move different items both have their way", () => {
    const made = merged(
      [{ act: "move", at: "/form/pages/you", after: null }],
      [{ act: "move", at: `${source}/options/home` }],
    );
    expect(made.conflicts).toEqual([]);
    expect(pages(made).map(([id]) => id)).toEqual(["you", "source", "dates"]);
    const options = partAt(made.definition, `${source}/options`) as { value: string }[];
    expect(options.map(({ value }) => value)).toEqual(["pub", "other", "home"]);
  });

  it("keeps what both added at one place, ours first", () => {
    const add = (id: string): Edit => ({
      act: "add",
      to: "/stages",
      item: { id, title: id },
      after: "received",
    });
    const made = merged([add("ours")], [add("theirs")]);
    expect(made.definition.stages.map(({ id }) => id)).toEqual([
      "received",
      "ours",
      "theirs",
      "looking",
    ]);
  });

  it("has a dispute about an item that both put elsewhere", () => {
    const made = merged(
      [{ act: "move", at: `${rows}/source`, after: "both" }],
      [{ act: "move", at: `${rows}/source` }],
    );
    expect(made.conflicts).toEqual([
      {
        at: `${rows}/source`,
        title: "The place of the row “source” of the mapping “case”",
        base: null,
        ours: "both",
        theirs: "dates",
      },
    ]);
  });

  it("follows a question to the page that one moved it to, with what the other changed", () => {
    const made = merged(
      [{ act: "move", at: source, to: "/form/pages/you/questions", after: null }],
      [set(`${source}/label`, "Where?")],
    );
    expect(made.conflicts).toEqual([]);
    expect(pages(made)[2]).toEqual(["you", "source", "name", "email"]);
    expect(partAt(made.definition, "/form/pages/you/questions/source/label")).toBe("Where?");
  });

  it("has a dispute about a question that both moved to different pages", () => {
    const made = merged(
      [{ act: "move", at: source, to: "/form/pages/you/questions" }],
      [{ act: "move", at: source, to: "/form/pages/dates/questions" }],
    );
    expect(made.conflicts).toMatchObject([
      {
        title: "The place of the question “Where is the noise from?”",
        ours: "you",
        theirs: "dates",
      },
    ]);
    expect(pages(made)[2]).toEqual(["you", "name", "email", "source"]);
  });

  it("has a dispute about what one removed and the other changed", () => {
    const theirs = merged([remove("/stages/looking")], [set("/stages/looking/title", "Seen")]);
    expect(theirs.conflicts).toMatchObject([
      { at: "/stages/looking", title: "The stage “Seen”", theirs: { title: "Seen" } },
    ]);
    expect(theirs.definition.stages).toHaveLength(1);
    const ours = merged([set("/stages/looking/title", "Seen")], [remove("/stages/looking")]);
    expect(ours.conflicts).toMatchObject([{ at: "/stages/looking", ours: { title: "Seen" } }]);
    expect(ours.definition.stages).toHaveLength(2);
  });

  it("loses no question of ours on a page that they removed", () => {
    const item = { id: "mine", type: "text", label: "Mine" };
    const made = merged(
      [{ act: "add", to: "/form/pages/you/questions", item }],
      [remove("/form/pages/you")],
    );
    expect(made.conflicts).toMatchObject([{ at: "/form/pages/you" }]);
    expect(pages(made)).toContainEqual(["you", "mine"]);
  });

  it("has a dispute about a question that they put on a page that we removed", () => {
    const made = merged(
      [remove("/form/pages/you")],
      [{ act: "move", at: source, to: "/form/pages/you/questions" }],
    );
    expect(made.conflicts).toMatchObject([
      { at: "/form/pages/you", title: "The page “About you”" },
    ]);
    expect(pages(made)[0]).toEqual(["source", "source", "kind", "place"]);
  });

  it("has a dispute about a question by one name that each added in another way", () => {
    const item = (label: string, type: string) => ({ id: "more", label, type });
    const made = merged(
      [{ act: "add", to: "/form/pages/you/questions", item: item("Mine", "text") }],
      [{ act: "add", to: "/form/pages/source/questions", item: item("Theirs", "date") }],
    );
    expect(made.conflicts).toMatchObject([
      { ours: { label: "Mine" }, theirs: { label: "Theirs" } },
    ]);
    expect(pages(made)[2]).toEqual(["you", "name", "email", "more"]);
  });

  it("follows an item to the name that one gave it, with what the other changed", () => {
    const renames: Edit[] = [
      { act: "rename", at: source, name: "where" },
      { act: "rename", at: "/stages/looking", name: "seen" },
    ];
    const changes = [
      set(`${source}/hint`, "Say where."),
      set("/stages/looking/text", "We have seen it."),
      set("/form/conditions/went-on/when", { "==": [{ var: "source" }, "pub"] }),
    ];
    for (const made of [merged(renames, changes), merged(changes, renames)]) {
      expect(made.conflicts).toEqual([]);
      expect(made.definition).toEqual(edited(noise, ...changes, ...renames));
    }
  });

  it("lets no name of ours stand that is locked", () => {
    const made = merged([{ act: "rename", at: "/stages/looking", name: "seen" }], [], ["/stages"]);
    expect(made.definition.stages).toEqual(noise.stages);
  });

  it("keeps rules and sources whole", () => {
    const when = (value: string) => ({ "==": [{ var: "source" }, value] });
    const made = merged(
      [
        set("/form/conditions/is-home/when", when("pub")),
        set(`${rows}/first/from`, { answer: "name" }),
      ],
      [
        set("/form/conditions/is-home/when", when("other")),
        set(`${rows}/first/from`, { fact: "reference" }),
      ],
    );
    expect(made.conflicts.map(({ at }) => at)).toEqual([
      "/form/conditions/is-home/when",
      `${rows}/first/from`,
    ]);
    expect(partAt(made.definition, "/form/conditions/is-home/when")).toEqual(when("pub"));
  });

  it("knows a row though one has put it under a condition", () => {
    const made = merged(
      [set(`${rows}/source/when`, "is-home")],
      [set(`${rows}/source/from`, { answer: "kind" })],
    );
    expect(made.conflicts).toEqual([]);
    expect(partAt(made.definition, `${rows}/source when is-home/from`)).toEqual({ answer: "kind" });
  });

  it("has a dispute about what is right on either side and wrong together", () => {
    const made = merged(
      [remove(`${source}/options/home`)],
      [remove(`${source}/options/pub`), remove("/stages/looking")],
    );
    expect(made.conflicts).toMatchObject([{ at: source }]);
    const options = partAt(made.definition, `${source}/options`) as { value: string }[];
    expect(options.map(({ value }) => value)).toEqual(["pub", "other"]);
    expect(made.definition.stages).toHaveLength(1);
  });

  it("takes what is locked as they have it, and tells of no dispute there", () => {
    const ours: Edit[] = [
      set(`${source}/label`, "Mine"),
      set(`${source}/hint`, "Mine"),
      remove("/form/pages/you"),
      set("/title", "Mine"),
    ];
    const theirs = [set(`${source}/label`, "Theirs")];
    const locked = [`${source}/label`, "/form/pages/you", "/retention"];
    const made = merged(ours, theirs, locked);
    expect(made.conflicts).toEqual([]);
    expect(made.definition.title).toBe("Mine");
    expect(partAt(made.definition, source)).toMatchObject({ label: "Theirs", hint: "Mine" });
    expect(pages(made)[2]).toEqual(["you", "name", "email"]);
  });

  it("gives back what is locked even where they changed nothing", () => {
    const made = merged(
      [set("/retention/days", 1), set("/title", "Mine")],
      [],
      ["/retention/days"],
    );
    expect(made.definition).toMatchObject({ title: "Mine", retention: { days: 90 } });
  });
});
