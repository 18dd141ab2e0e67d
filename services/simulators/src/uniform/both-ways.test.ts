import type { Connector } from "@guildhall/contract";
import {
  act,
  type Councils,
  creation,
  misbehave,
  note,
  noteIds,
  soon,
  startCouncils,
  telling,
} from "../testing/councils.ts";

const council = "south-cambridgeshire";
const minuteMs = 60_000;

describe("the Uniform connector, to a council's Uniform", () => {
  let councils: Councils;
  let connector: Connector;
  let reference: string;

  const tell = (text: string, change = {}, id = noteIds[0]) =>
    connector.send(telling(reference, note(text, id), change), soon());
  const lose = (times: number) =>
    misbehave(councils.world, `uniform/${council}`, { "lost-reply": { times } });
  const page = async () => {
    const path = `/uniform/${council}/cases/${reference.replaceAll("/", "-")}`;
    return (await councils.world.request(path)).text();
  };
  const officer = (action: string, fields: Record<string, string>) => {
    const path = `/uniform/${council}/cases/${reference.replaceAll("/", "-")}/${action}`;
    return act(councils.world, path, fields);
  };
  const shown = async (words: RegExp) => (await page()).match(words)?.length ?? 0;
  const visits = () => shown(/<h3>Customer contact/g);
  const calls = () => shown(/Telephone call to make, due/g);
  const pass = (ms: number) => {
    councils.world.at = new Date(councils.world.at.getTime() + ms);
  };
  const look = async () => {
    const to = councils.world.at;
    const from = new Date(to.getTime() - minuteMs);
    const changes = (await connector.poll?.({ from, to }, soon())) ?? [];
    return changes.find((change) => change.reference === reference);
  };

  beforeEach(async () => {
    councils = await startCouncils();
    connector = councils.connect(council, "uniform");
    const made = await connector.send(creation(council, "housing-disrepair"), soon());
    reference = made.outcome === "accepted" ? made.reference : "";
  });
  afterEach(() => councils.close());

  it("makes a visit of a note, with an action that is due", async () => {
    expect(await tell("Still damp.\nNow in <two> rooms & the hall.\u0000")).toEqual({
      outcome: "accepted",
      reference,
    });
    const html = await page();

    expect(html).toContain("Customer contact, Online reports");
    expect(html).toContain("Now in &lt;two&gt; rooms &amp; the hall.\uFFFD");
    expect(html).toContain("Telephone call to make, due 2026-07-06");
  });

  it("tells a note once, and the next beside it", async () => {
    await tell("Still damp.");
    expect(await tell("Still damp.")).toMatchObject({ outcome: "accepted", duplicate: true });
    await tell("Still damp.", {}, noteIds[1]);

    expect([await visits(), await calls()]).toEqual([2, 2]);
  });

  it("finds the visit that an attempt before it made, and has its words there once", async () => {
    await lose(1);
    expect(await tell("Still damp.")).toEqual({ outcome: "retry", code: "connection-lost" });
    expect([await visits(), await calls()]).toEqual([1, 0]);

    expect(await tell("Still damp.", { attempt: 2 })).toMatchObject({ outcome: "accepted" });
    expect([await visits(), await calls()]).toEqual([1, 1]);
  });

  it("takes no officer's visit for its own, whose comments come in another order and other lines", async () => {
    await officer("visits", {
      type: "VC",
      officer: "SC00",
      day: "2026-07-03",
      time: "09:15",
      comments: "Still damp.",
    });

    expect(await tell("Still damp.\n\nSee\r\nabove.")).not.toHaveProperty("duplicate");
    expect(await tell("Still damp.\n\nSee\r\nabove.")).toHaveProperty("duplicate", true);
    expect(await visits()).toBe(2);
  });

  it.each([
    ["of a case that is gone", "26/99999/SR", "case-gone"],
    ["of another kind of case", "26/00058/FS", "case-gone"],
  ])("refuses a note %s", async (_, theirReference, code) => {
    const told = telling(theirReference, note("Hello"));
    expect(await connector.send(told, soon())).toEqual({ outcome: "refused", code });
  });

  it("does not say that it can do what it cannot", async () => {
    expect([...connector.does]).toEqual(["create", "note"]);
    expect(connector.canBeAsked("create")).toBe(false);
    expect(connector.canBeAsked("note")).toBe(true);
    const update = { operation: "attach", document: noteIds[0] ?? "", name: "x" } as const;
    const told = telling(reference, update);
    expect(await connector.send(told, soon())).toEqual({
      outcome: "refused",
      code: "not-configured",
    });
  });

  it("gives a return to an earlier status as a change of its own, and an unchanged one as the same", async () => {
    const keys: (string | undefined)[] = [];
    for (const status of ["4_INV", "7_ENF", "4_INV"]) {
      pass(minuteMs / 4);
      await officer("status", { status });
      keys.push((await look())?.changeKey, (await look())?.changeKey);
    }

    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toBe(keys[1]);
  });

  it("gives what officers wrote in visits for the citizen, and neither the others' words nor ours", async () => {
    const visit = { officer: "SC12", day: "2026-03-02", time: "09:15" };
    await officer("visits", { ...visit, type: "V1", comments: "The damp is from a gutter." });
    await officer("visits", { ...visit, type: "VP", comments: "Awkward landlord." });
    await officer("visits", { ...visit, type: "V2", comments: "" });
    await tell("Thank you.");
    const first = await look();

    expect(first?.notes).toEqual([
      expect.objectContaining({ text: "The damp is from a gutter.", visibleToCitizen: true }),
    ]);
    pass(1000);
    expect(await look()).toMatchObject({ changeKey: first?.changeKey, notes: first?.notes });
  });

  it("sees what changed in the hour that comes twice", async () => {
    councils.world.at = new Date("2026-10-25T00:59:30Z");
    const from = councils.world.at;
    councils.world.at = new Date("2026-10-25T01:00:10Z");
    await officer("status", { status: "4_INV" });
    const to = new Date("2026-10-25T01:05:00Z");

    const changes = (await connector.poll?.({ from, to }, soon())) ?? [];
    expect(changes.map(({ status }) => status)).toEqual(["4_INV"]);
  });
});
