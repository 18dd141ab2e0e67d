import type { Edit } from "@guildhall/contract";
import { noise, refusal } from "../testing/noise.ts";

const source = "/form/pages/source/questions/source";
const dates = "/form/pages/dates/questions/dates";
const you = "/form/pages/you/questions";
const rows = "/mappings/case/rows";
const set = (at: string, to: unknown): Edit => ({ act: "set", at, to });
const option = (value: string) => ({ value, label: value });

const refused: readonly [what: string, edit: Edit, sentence: string][] = [
  [
    "an item that is not there",
    set("/form/pages/gone/title", "x"),
    "/form/pages/gone/title: There is no page “gone” here.",
  ],
  ["a part of a text", set("/title/x", "x"), "/title/x: There is no part “x” here."],
  [
    "a field that is not known",
    set(`${source}/labell`, "x"),
    `${source}/labell: The “labell” of the question “Where is the noise from?” is not known here.`,
  ],
  ["a prototype", set("/__proto__/x", 1), "/__proto__/x: There is no part “__proto__” here."],
  [
    "an empty text",
    set(`${source}/label`, ""),
    `${source}/label: The label of the question “Where is the noise from?” should not be empty.`,
  ],
  [
    "a text that is too long",
    set(`${source}/label`, "x".repeat(301)),
    `${source}/label: The label of the question “Where is the noise from?” is too long.`,
  ],
  [
    "an ill-formed text",
    set(`${source}/label`, "\ud800"),
    `${source}/label: The label of the question “Where is the noise from?” has characters that cannot be stored.`,
  ],
  [
    "another kind of value",
    set(`${source}/label`, 4),
    `${source}/label: The label of the question “Where is the noise from?” should be a text.`,
  ],
  [
    "a number out of its range",
    set("/retention/days", 0),
    "/retention/days: The number of days that answers are kept should be more than 0.",
  ],
  [
    "a value that is none of those there are",
    set("/form/pages/source/kind", "x"),
    "/form/pages/source/kind: The kind of the page “The source” should be one of: questions, information, exit.",
  ],
  [
    "too few options",
    set(`${source}/options`, [option("a")]),
    `${source}/options: The options of the question “Where is the noise from?” should have at least 2.`,
  ],
  [
    "two options of one value",
    set(`${source}/options`, [option("a"), option("a")]),
    `${source}/options/#1: The name “a” is there twice: another has it beside the option “a”.`,
  ],
  [
    "half a message",
    set("/messages/paid/subject", "x"),
    "/messages/paid/text: The text of the message for a payment that was made is missing.",
  ],
  ["another id of the service", set("/id", "x"), "/id: A service keeps the id that it has."],
  ["another service", set("", { id: "x" }), ": A service keeps the id that it has."],
  [
    "a name that is said and not given",
    set(`${source}/id`, "x"),
    `${source}/id: This has another name already: rename it, so that it is known everywhere.`,
  ],
  [
    "another item in its place",
    set(source, { id: "x", type: "text", label: "x" }),
    `${source}: This has another name already: rename it, so that it is known everywhere.`,
  ],
  ["no title", { act: "clear", at: "/title" }, "/title: A service cannot be without its title."],
  ["no id", { act: "clear", at: "/id" }, "/id: A service cannot be without its id."],
  [
    "an item without a name",
    { act: "clear", at: `${source}/id` },
    `${source}/id: A question cannot be without its id.`,
  ],
  [
    "an item cleared",
    { act: "clear", at: source },
    `${source}: A whole question is removed, not cleared.`,
  ],
  [
    "a field that has to be there",
    { act: "clear", at: `${source}/label` },
    `${source}/label: The label of the question “Where is the noise from?” is missing.`,
  ],
  [
    "a field removed",
    { act: "remove", at: `${source}/hint` },
    `${source}/hint: This is not an item of a list.`,
  ],
  [
    "something put into a text",
    { act: "add", to: "/title", item: {} },
    "/title: This is not a list, so nothing can be put into it.",
  ],
  [
    "a page by the name of another",
    { act: "add", to: "/form/pages", item: { id: "you", title: "You" } },
    "/form/pages: There is another page “you” already.",
  ],
  [
    "a question by the name of one on another page",
    { act: "add", to: you, item: { id: "source", type: "text", label: "x" } },
    `${you}: There is another question “source” already.`,
  ],
  [
    "a page with a question by the name of another",
    {
      act: "add",
      to: "/form/pages",
      item: { id: "x", title: "X", questions: [{ id: "name", type: "text", label: "Again" }] },
    },
    "/form/pages/x/questions/name: The name “name” is there twice: another has it beside the question “Again”.",
  ],
  [
    "a place behind what is not there",
    { act: "move", at: source, after: "gone" },
    "/form/pages/source/questions: There is no question “gone” in this list.",
  ],
  [
    "a list of another kind",
    { act: "move", at: source, to: "/form/pages" },
    `${source}: A question cannot go into a list of pages.`,
  ],
  [
    "a group put into itself",
    { act: "move", at: dates, to: `${dates}/questions` },
    `${dates}: A question cannot be put into itself.`,
  ],
  [
    "a row put among its own rows",
    { act: "move", at: `${rows}/dates`, to: `${rows}/dates/rows` },
    `${rows}/dates: A row cannot be put into itself.`,
  ],
  [
    "a name that another item of a group has",
    { act: "rename", at: `${dates}/questions/date`, name: "until" },
    `${dates}/questions: There is another question “until” already.`,
  ],
  [
    "a name that is taken",
    { act: "rename", at: source, name: "name" },
    "/form/pages/source/questions: There is another question “name” already.",
  ],
  [
    "a name with a space",
    { act: "rename", at: "/stages/looking", name: "Not so" },
    "/stages/Not so/id: The short name of the stage “Being looked into” should be lower-case letters and digits, with single hyphens between them.",
  ],
  [
    "a name for what has none",
    { act: "rename", at: "/statuses/#0", name: "x" },
    "/statuses/#0: This has no name of its own.",
  ],
  [
    "a copy by a name that is taken",
    { act: "copy", at: source, name: "name" },
    "/form/pages/source/questions: There is another question “name” already.",
  ],
  [
    "a copy of a row for the same target",
    { act: "copy", at: `${rows}/source` },
    `${rows}/source: Say which target the copy of the row is for.`,
  ],
  [
    "a pattern that is not there",
    { act: "insert", pattern: "gone", to: "/form/pages" },
    "/form/pages: There is no pattern “gone”.",
  ],
  [
    "a pattern among stages",
    { act: "insert", pattern: "contact", to: "/stages" },
    "/stages: A pattern goes into a list of pages or of questions.",
  ],
];

describe("applyEdits refuses, in a plain sentence,", () => {
  it.each(refused)("%s", (_, edit, sentence) => {
    expect(refusal(noise, edit)).toBe(`0 ${sentence}`);
  });
});
