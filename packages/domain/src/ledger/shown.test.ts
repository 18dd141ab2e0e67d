import type { Exchange } from "@guildhall/contract";
import { insertAttempt, insertDocument, transact } from "@guildhall/store";
import { beginDelivery } from "../delivery/begin.ts";
import { getDelivery, readDeliveryContents } from "../delivery/detail.ts";
import { loadDelivery } from "../delivery/load.ts";
import { listEvents } from "../process/events.ts";
import { createWorld, testMending, type World } from "../testing.ts";
import { getLedger } from "./get.ts";

const secret = "Featherstonehaugh";
const neighbour = "Grimsdyke";

describe("what was sent and answered", () => {
  let world: World;
  let process: string;
  let id: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start({ fullName: `Ada ${secret}` })).id;
    const file = { contentType: "image/png", bytes: 3, sha256: "aa", storage: "s", key: "k" };
    const label = `The speakers of Mr ${neighbour}`;
    const sent = { draft: null, process, question: null, name: "a.png", label, at: 1 };
    await transact(world.ctx.db, (tx) => insertDocument(tx, { id: "doc_1", ...sent, ...file }));
    id = (await world.owed(process)).find(({ kind }) => kind === "delivery")?.id ?? "";
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(world.ctx, ticket);
    const written = loaded && (await testMending(world).write(world.ctx, loaded));
    if (!written || !("text" in written)) throw new Error("It can be written");
    await beginDelivery(world.ctx, ticket, written.text);
    const exchange: Exchange = {
      method: "POST",
      url: `https://alloy.example:40123/case/${secret.toUpperCase()}`,
      status: 400,
      ms: 12,
      response: `{"error":"Nobody called ${secret} <ada@example.com>","file":"${neighbour}","token":"${token}"}`,
    };
    const now = world.clock.now();
    const outcome = { outcome: "refused", code: "attribute-refused" } as const;
    await transact(world.ctx.db, (tx) =>
      insertAttempt(tx, {
        delivery: id,
        attempt: 1,
        begunAt: now,
        endedAt: now,
        ...outcome,
        exchanges: [exchange],
      }),
    );
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is shown with its form, and without what the citizen gave or what opens something", async () => {
    const admin = world.as({ scopes: ["deliveries:read", "deliveries:write"] });
    const delivery = await getDelivery(admin, id);
    const ledger = await getLedger(admin, process);
    for (const shown of [JSON.stringify(delivery), JSON.stringify(ledger)]) {
      expect(shown).not.toMatch(new RegExp(`${secret}|${neighbour}`, "i"));
      expect(shown).not.toMatch(/example\.com|eyJ/);
      expect(shown).toContain("https://alloy.example:40123/case/•••");
      expect(shown).toContain("The back office refused a value");
    }
    expect(delivery).toMatchObject({
      state: "sent",
      document: { format: "json", masked: true, text: expect.stringContaining('"title"') },
      history: [{ attempt: 1, outcome: "refused", exchanges: [{ status: 400 }] }],
    });
    expect(ledger.destinations).toMatchObject([{ deliveries: [{ id, state: "sent" }] }]);
  });

  it("is read whole for a reason, but for what opens something", async () => {
    const contents = await readDeliveryContents(world.ctx, id, { reason: "ask-the-back-office" });
    const text = JSON.stringify(contents);
    expect(text).toContain(secret);
    expect(text).not.toMatch(/eyJ/);
    expect(contents.document).toMatchObject({ masked: false });
    const events = (await listEvents(world.ctx, process)).data;
    expect(events.at(-1)).toMatchObject({
      type: "document.read",
      subject: id,
      data: { reason: "ask-the-back-office" },
    });
  });

  it("is not read whole by whoever may not read the process", async () => {
    const ctx = world.as({ scopes: ["deliveries:read", "deliveries:write"] });
    const reading = readDeliveryContents(ctx, id, { reason: "find-a-fault" });
    await expect(reading).rejects.toMatchObject({ code: "scope-missing" });
    expect(await world.told(process)).not.toContain("document.read");
  });
});

const token = "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl";
