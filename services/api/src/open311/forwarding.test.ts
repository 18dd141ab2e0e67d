import { createConnector, type GuardedRequest } from "@guildhall/connectors";
import { type Connector, ConnectorDefinition, type Outgoing } from "@guildhall/contract";
import { addNote, listNotes } from "@guildhall/domain";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const minute = 60_000;
const signal = () => new AbortController().signal;
const note = {
  id: "not_01kb3zq8w5v0t6m2h9r4c7d1xe",
  text: "Loud again & worse",
  author: "Ada",
  byCitizen: true,
  at: "2026-03-03T09:15:00Z",
};

describe.each(["xml", "json"] as const)(
  "a partner's connector at a council's own Open311, in %s",
  (format) => {
    let world: ApiWorld;
    let connector: Connector;
    const outgoing: Outgoing = {
      key: "out_01kb3zq8w5v0t6m2h9r4c7d1xe",
      reference: "PAR-2V4K-7XQP",
      does: "create",
      operation: "create",
      body: JSON.stringify({
        service_code: "noise",
        email: "ada@example.com",
        first_name: "Ada",
        last_name: "Byron",
        attributes: { noiseSource: "home", nights_date: "2025-05-21", nights_until: "22:30" },
      }),
      attempt: 1,
      evidence: [],
      headers: {},
    };

    beforeEach(async () => {
      world = await createApiWorld();
      const apiKey = await world.keyFor("processes:write", "notes:write");
      connector = createConnector(
        definitionOf(format),
        { apiKey },
        {
          request: through(world),
          now: () => new Date(world.clock.now()),
        },
      );
    });
    afterEach(() => world[Symbol.asyncDispose]());

    it("starts a process there once, though its answer was lost", async () => {
      const first = await connector.send(outgoing, signal());
      const second = await connector.send({ ...outgoing, attempt: 2 }, signal());

      expect(first).toEqual({ outcome: "accepted", reference: expect.stringMatching(/^EXM-/) });
      expect(second).toEqual(first);
      expect(connector.canBeAsked("create")).toBe(true);
    });

    it("tells a note once, and sees what the council writes to the citizen", async () => {
      const made = await connector.send(outgoing, signal());
      const theirReference = "reference" in made ? made.reference : "";
      const process = await idOf(theirReference);
      const body = JSON.stringify({ operation: "note", note });
      for (const attempt of [1, 2])
        expect(
          await connector.send(
            {
              ...outgoing,
              key: "out_01kb3zq8w5v0t6m2h9r4c7d2xe",
              does: "note",
              theirReference,
              body,
              attempt,
            },
            signal(),
          ),
        ).toEqual({ outcome: "accepted", reference: theirReference });

      world.clock.move(minute);
      await addNote(world.ctx, process, {
        contents: "We are <measuring> it.",
        visibleToCitizen: true,
      });
      world.clock.move(minute);
      const to = new Date(world.clock.now());
      const changes =
        (await connector.poll?.({ from: new Date(to.getTime() - 10 * minute), to }, signal())) ??
        [];
      expect(changes.flatMap(({ notes = [] }) => notes).map(({ text }) => text)).toContain(
        "We are <measuring> it.",
      );
      expect(changes.every(({ reference }) => reference === theirReference)).toBe(true);
      const held = (await listNotes(world.ctx, process)).data.filter(({ contents }) =>
        contents.includes(note.text),
      );
      expect(held).toHaveLength(1);
    });

    it("learns what the council asks", async () => {
      const [design] = (await connector.describe?.(["noise", "gone"], signal())) ?? [];

      expect(design?.id).toBe("noise");
      expect(design?.fields).toContainEqual(
        expect.objectContaining({ target: "attributes/noiseSource", required: true }),
      );
    });

    it("is refused what the council's form does not take, for good", async () => {
      const body = JSON.stringify({ service_code: "noise", attributes: { noiseSource: "boat" } });

      expect(await connector.send({ ...outgoing, body }, signal())).toEqual({
        outcome: "refused",
        code: "request-refused",
      });
    });

    async function idOf(reference: string): Promise<string> {
      const found = await world.ask("GET", "/processes?limit=100", { as: world.key });
      const { data } = (await found.json()) as { data: { id: string; reference: string }[] };
      return data.find((process) => process.reference === reference)?.id ?? "";
    }
  },
);

function definitionOf(format: "xml" | "json") {
  return ConnectorDefinition.parse({
    id: "council",
    kind: "open311",
    name: "the council",
    address: "https://council.example.gov.uk/t/exampleshire/open311/v2/",
    settings: { format, changes: "updates", takesNotes: true, recognisesRepeats: true },
  });
}

/** Lead the connector's calls to the platform in this process. */
function through(world: ApiWorld): GuardedRequest {
  return async ({ url, method, headers = {}, body }) => {
    const { pathname, search } = new URL(url);
    // The platform reads bytes and text alike.
    const init = { method, headers, ...(body !== undefined && { body: body as string }) };
    const answer = await world.fetch(`${pathname}${search}`, init);
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      cookies: [],
      body: new Uint8Array(await answer.arrayBuffer()),
    };
  };
}
