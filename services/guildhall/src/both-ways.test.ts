import type { Process, StartedProcess, Tracking } from "@guildhall/contract";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const patienceMs = 30_000;

describe("what is written on one side", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown();
  }, 60_000);
  afterAll(() => town?.[Symbol.asyncDispose]());

  const ask = async <T>(council: string, path: string, json?: unknown): Promise<T> => {
    const response = await fetch(`${town.base}/t/${council}/v1${path}`, {
      method: json === undefined ? "GET" : "POST",
      headers: {
        Authorization: `Bearer ${town.keys[council]?.partner}`,
        "Content-Type": "application/json",
        "Idempotency-Key": crypto.randomUUID(),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return (await response.json()) as T; // What the platform answers is proved elsewhere.
  };

  /** Report something and wait until a back office has it; gives also where its officer sees it. */
  async function report(council: string, service: string) {
    const { evidence: _, ...answers } = exampleOf(council, service, "least");
    const started = await ask<StartedProcess>(council, "/processes", { service, answers });
    const { destinations } = await eventually(
      () => ask<Process>(council, `/processes/${started.id}`),
      (process) => process.destinations[0]?.state === "accepted",
    );
    const { connector, reference = "" } = destinations[0] ?? {};
    const place = connector === "alloy" ? `items/${reference}` : `cases/${reference}`;
    const id = place.replaceAll(/(\d)\//g, "$1-");
    return { ...started, desk: `${town.simulators}/${connector}/${council}/${id}` };
  }
  const officer = (desk: string, action: string, fields: Record<string, string>) =>
    fetch(`${desk}/${action}`, {
      method: "POST",
      headers: { Origin: town.simulators },
      body: new URLSearchParams(fields),
    });
  const read = async (desk: string) => (await fetch(desk)).text();

  it.each([
    ["below what is in a text of the case", "cambridge-city", "noise-nuisance"],
    ["in an item that the case links to", "huntingdonshire", "noise-nuisance"],
    ["in the text of an Alloy that is polled", "south-cambridgeshire", "noise-nuisance"],
    ["in a visit of Uniform's", "cambridge-city", "housing-disrepair"],
  ])("is read on the other, once: a note %s", { timeout: 60_000 }, async (_, council, service) => {
    const { id, desk } = await report(council, service);
    const contents = `It has happened again, at ${council}.`;
    await ask(council, `/processes/${id}/notes`, { contents, visibleToCitizen: false });

    const page = await eventually(
      () => read(desk),
      (html) => html.includes(contents),
    );
    expect(page.split(contents)).toHaveLength(2);
  });

  it("comes back as what an officer wrote, once, and never as what was sent", {
    timeout: 60_000,
  }, async () => {
    const council = "south-cambridgeshire";
    const { id, reference, desk } = await report(council, "noise-nuisance");
    await ask(council, `/processes/${id}/notes`, { contents: "Ours.", visibleToCitizen: true });
    await eventually(
      () => read(desk),
      (html) => html.includes("Ours."),
    );
    await officer(desk, "notes", { contents: "We will call on Friday.", visible: "yes" });
    await officer(desk, "status", { status: "7ba033111182c14247ed6dca" });
    const isSeen = ({ timeline }: Tracking) =>
      timeline.some(({ title }) => title === "Being investigated");
    await eventually(() => ask<Tracking>(council, `/tracking/${reference}`), isSeen);
    await officer(desk, "status", { status: "7ab4d94f3f2d7e41d0beb859" });
    const isVisited = ({ timeline }: Tracking) =>
      timeline.some(({ title }) => /visit/i.test(title));
    await eventually(() => ask<Tracking>(council, `/tracking/${reference}`), isVisited);

    const { data } = await ask<{ data: { contents: string }[] }>(council, `/processes/${id}/notes`);
    expect(data.map(({ contents }) => contents).toSorted()).toEqual([
      "Ours.",
      "We will call on Friday.",
    ]);
  });
});

async function eventually<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const seen = await look();
    if (isThere(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("It never came about");
}
